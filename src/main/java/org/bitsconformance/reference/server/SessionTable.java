package org.bitsconformance.reference.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bitsconformance.protocol.PacketType;

/**
 * The sessions that are open, and how the latest ones ended. Both are bounded: the oldest entries are dropped (MC-BUP
 * 3.2.7). Thread-safe.
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

    /** How many of the open sessions are as {@code condition} says. */
    public synchronized int count(Predicate<Session> condition) {
        return (int) open.values().stream().filter(condition).count();
    }

    /** The open session of a path; empty if it has none or several. */
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

    /** Ends a session, if no other took its key since. */
    synchronized void end(Session session, PacketType how) {
        if (open.remove(session.key(), session)) {
            ended.put(session.key(), how);
        }
    }

    /** Forgets a session, as if it had never been. */
    public synchronized void forget(Session session) {
        open.remove(session.key(), session);
    }

    /** Ends every session, as if each was cancelled. */
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
