package org.bitsconformance.reference.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.reference.http.Bytes;

/**
 * The replies to uploads, each under its own URL from the last byte of the upload until its session ends (MC-BUP
 * 2.2.7.2, 2.2.8; Win32 ack-for-fragment). Thread-safe.
 */
public final class Replies {

    /** Path of the folder with the replies. */
    static final String FOLDER = "/reply/";

    private final FileStore files;
    private final Conduct conduct;
    private final Map<Session.Key, String> paths = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Keeps replies in {@code files}, from which they can be read. */
    public Replies(FileStore files, Conduct conduct) {
        this.files = files;
        this.conduct = conduct;
    }

    /** Keeps the reply of a session, replacing any earlier one. */
    void keep(Session session, Bytes reply) {
        if (!conduct.commits(Misbehaviour.KEEPS_NO_REPLIES)) {
            files.put(path(session), reply);
        }
    }

    /** The absolute URL of a session's reply, on the host that the packet went to. */
    String url(Session session, PacketInSession exchange) {
        String host = exchange.packet().host();
        return "http://" + host + path(session);
    }

    /** Forgets the reply of a session that has ended. */
    void forget(Session session) {
        String path = paths.remove(session.key());
        if (path != null) {
            files.remove(path);
        }
    }

    private String path(Session session) {
        String shared = conduct.commits(Misbehaviour.SHARES_REPLIES) ? FOLDER + "last" : "";
        return paths.computeIfAbsent(
                session.key(), key -> shared.isEmpty() ? FOLDER + count.incrementAndGet() : shared);
    }
}
