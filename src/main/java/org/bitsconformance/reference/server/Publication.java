package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.StoredDigest;

/** Passes finished uploads to the file store, under the lock of their session. */
public record Publication(FileStore files, Conduct conduct) {

    /** Publishes the bytes of a session as they are, at most once. */
    void publish(Session session) {
        if (session.isPublished()) {
            return;
        }
        Optional<StoredDigest> digest = session.upload().digest();
        if (digest.isPresent() && !conduct.commits(Misbehaviour.PUBLISHES_NOTHING)) {
            files.put(session.key().path(), digest.get());
        } else if (!conduct.commits(Misbehaviour.PUBLISHES_NOTHING)) {
            Bytes content = Bytes.joined(conduct.published(session.upload().blocks()));
            String path = session.key().path();
            files.put(path, conduct.commits(Misbehaviour.KEEPS_TAILS) ? files.over(path, content) : content);
        }
        session.markPublished();
    }

    /** Deletes what is published at a path. */
    void remove(String path) {
        files.remove(path);
    }

    /** Whether a published file has been deleted since. */
    boolean isGone(Session session) {
        return session.isPublished()
                && !conduct.commits(Misbehaviour.PUBLISHES_NOTHING)
                && !files.contains(session.key().path());
    }
}
