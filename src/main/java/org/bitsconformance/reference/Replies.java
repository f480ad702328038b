package org.bitsconformance.reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * The replies to uploads, each under a URL of its own from the last byte of the upload until its session ends (MC-BUP
 * 2.2.7.2, 2.2.8; Win32 ack-for-fragment). Thread-safe.
 */
final class Replies {

    private static final String FOLDER = "/reply/";

    private final boolean given;
    private final FileStore files;
    private final Map<Session.Key, String> paths = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Replies that can be read from {@code files}; none at all unless they are to be {@code given}. */
    Replies(boolean given, FileStore files) {
        this.given = given;
        this.files = files;
    }

    /** The Ack to a Fragment, with the URL of the reply where the Fragment has the last byte. */
    Ack announce(Session session, Ack ack) {
        Upload upload = session.upload();
        boolean last = ack.refusal().isEmpty()
                && upload.isComplete()
                && ack.exchange()
                        .range()
                        .filter(range -> range.end() == upload.received())
                        .isPresent();
        if (!given || !last) {
            return ack;
        }
        String path = paths.computeIfAbsent(session.key(), key -> FOLDER + count.incrementAndGet());
        files.put(path, Bytes.of("received " + upload.received() + " bytes\n"));
        String host = ack.exchange().packet().headers().first("Host").orElse(Listener.ADDRESS);
        return ack.with(ack.answer().with(BitsHeaders.REPLY_URL, "http://" + host + path));
    }

    /** Forgets the reply of a session that has ended. */
    void forget(Session session) {
        String path = paths.remove(session.key());
        if (path != null) {
            files.remove(path);
        }
    }
}
