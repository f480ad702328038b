package org.bitsconformance.reference;

/** Hands finished uploads to the file store, under the lock of their session. */
record Publication(FileStore files, Conduct conduct) {

    /** Publishes the bytes of a session as they are, once. */
    void publish(Session session) {
        if (session.isPublished()) {
            return;
        }
        if (!conduct.commits(Lapse.PUBLISHES_NOTHING)) {
            Bytes content = Bytes.joined(conduct.published(session.upload().blocks()));
            files.put(session.key().path(), content);
        }
        session.markPublished();
    }

    /** Whether a published file was deleted since. */
    boolean isGone(Session session) {
        return session.isPublished()
                && !conduct.commits(Lapse.PUBLISHES_NOTHING)
                && !files.contains(session.key().path());
    }
}
