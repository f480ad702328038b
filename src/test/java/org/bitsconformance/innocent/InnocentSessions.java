package org.bitsconformance.innocent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;

/** The active sessions (MC-BUP 3.2.1.3.1), and the ids of those that have ended. */
final class InnocentSessions {

    private final Map<String, UploadSession> active = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    void add(UploadSession session) {
        active.put(key(session.id()), session);
    }

    void end(UploadSession session) {
        active.remove(key(session.id()));
        ended.add(key(session.id()));
    }

    Optional<UploadSession> of(IncomingRequest packet) {
        return packet.header(BitsHeaders.SESSION_ID).map(id -> active.get(key(id)));
    }

    boolean uploadsTo(String path) {
        return active.values().stream().anyMatch(session -> session.path().equals(path));
    }

    boolean hasEnded(String id) {
        return ended.contains(key(id));
    }

    /** The case of letters in a GUID does not matter. */
    private static String key(String id) {
        return SessionIds.isGuid(id) ? id.toLowerCase(Locale.ROOT) : id;
    }
}
