package org.bitsconformance.reference.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bitsconformance.protocol.PacketType;

/**
 * The open sessions, and how the latest others ended. Both are bounded: the oldest entries are dropped (MC-BUP 3.2.7).
 * Thread-safe.
 */
public final class SessionTable {

    private static final int MOST_OPEN = 10_000;
    private static final int MOST_ENDED = 10_000;

    private final Map<Session.Key, Session> open = bounded(MOST_OPEN);
    private final Map<Session.Key, PacketType> ended = bounded(MOST_ENDED);

    synchronized void add(Session session) {
        ended.remove(session.key());
        open.put(session.key(), session);
    }

    public synchronized Optional<Session> find(Session.Key key) {
        return Optional.ofNullable(open.get(key));
    }

    /** The open sessions. */
    synchronized List<Session> open() {
        return List.copyOf(open.values());
    }

    /** How many of the open sessions satisfy {@code condition}. */
    public synchronized int count(Predicate<Session> condition) {
        return (int) open.values().stream().filter(condition).count();
    }

    /** The open session for a path; empty if there is none, or several. */
    public synchronized Optional<Session> only(String path) {
        List<Session> those = open.values().stream()
                .filter(session -> session.key().path().equals(path))
                .toList();
        return those.size() == 1 ? Optional.of(those.get(0)) : Optional.empty();
    }

    /** The packet, Close-Session or Cancel-Session, that ended a session; empty if the session is open or unknown. */
    synchronized Optional<PacketType> endOf(Session.Key key) {
        return Optional.ofNullable(ended.get(key));
    }

    /** Ends a session, unless another has its key by now. */
    synchronized void end(Session session, PacketType how) {
        if (open.remove(session.key(), session)) {
            ended.put(session.key(), how);
        }
    }

    /** Forgets a session, as if it had never existed. */
    public synchronized void forget(Session session) {
        open.remove(session.key(), session);
    }

    /** Ends every session, as if each had been cancelled. */
    synchronized void endAll() {
        open.keySet().forEach(key -> ended.put(key, PacketType.CANCEL_SESSION));
        open.clear();
    }

    private static <V> Map<Session.Key, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Session.Key, V> eldest) {
                return size() > most;
            }
        };
    }
}
