package org.bitsconformance.reference.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.upload.ReceivedUpload;

/** Lists what arrived: finished uploads, and what there is of those whose sessions are open. */
public final class Arrivals {

    private Arrivals() {}

    /** The uploads, by path. */
    public static List<ReceivedUpload> of(FileStore files, SessionTable sessions) {
        List<ReceivedUpload> all = new ArrayList<>();
        Set<String> published = new HashSet<>();
        for (Session session : sessions.open()) {
            synchronized (session) {
                String path = session.key().path();
                if (session.isPublished()) {
                    published.add(path);
                } else {
                    Bytes bytes = Bytes.joined(session.upload().blocks());
                    all.add(new ReceivedUpload(path, bytes.array(), false));
                }
            }
        }
        files.uploads()
                .forEach((path, content) ->
                        all.add(new ReceivedUpload(path, content.array(), !published.contains(path))));
        all.sort(Comparator.comparing(ReceivedUpload::path));
        return List.copyOf(all);
    }
}
