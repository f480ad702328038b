package org.bitsconformance.reference.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.PacketType;

/**
 * The packets sent to each path, in order, one letter each, for faults that show only after a certain history. A
 * conformant server does not use it. Bounded: the paths without packets for the longest time are forgotten.
 * Thread-safe.
 *
 * <p>P is a Ping, C an accepted Create-Session, F a fragment with new bytes, R one whose bytes overlapped or were
 * already there, G one refused for a gap, K an accepted Close-Session, X an accepted Cancel-Session, and e anything
 * else.
 */
public final class Past {

    private static final int MOST_PATHS = 10_000;
    private static final int LONGEST = 100;

    private final Map<String, String> byPath = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_PATHS;
        }
    };

    /** The packets sent to a path so far. */
    public synchronized String of(String path) {
        return byPath.getOrDefault(path, "");
    }

    /**
     * Adds a packet that was answered.
     *
     * @param before number of bytes that its session had before it
     */
    public synchronized void add(Ack ack, long before) {
        String longer = of(ack.exchange().packet().path()) + letter(ack, before);
        byPath.put(ack.exchange().packet().path(), longer.substring(Math.max(0, longer.length() - LONGEST)));
    }

    private static char letter(Ack ack, long before) {
        boolean accepted = ack.refusal().isEmpty();
        PacketInSession exchange = ack.exchange();
        Optional<PacketType> type = exchange.type();
        if (type.isEmpty()) {
            return 'e';
        }
        return switch (type.get()) {
            case PING -> 'P';
            case CREATE_SESSION -> accepted ? 'C' : 'e';
            case CLOSE_SESSION -> accepted ? 'K' : 'e';
            case CANCEL_SESSION -> accepted ? 'X' : 'e';
            case FRAGMENT -> {
                boolean overlaps = exchange.session().isPresent()
                        && exchange.range()
                                .filter(range -> range.first() < before)
                                .isPresent();
                if (overlaps) {
                    yield 'R';
                }
                if (accepted) {
                    yield 'F';
                }
                yield ack.refusal().filter(Refusal.GAP::equals).isPresent() ? 'G' : 'e';
            }
            case ACK -> 'e';
        };
    }
}
