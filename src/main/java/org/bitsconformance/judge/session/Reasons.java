package org.bitsconformance.judge.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Flaw;

/**
 * The statuses that the documents name for each reason to refuse a packet (MC-BUP 2.2.1.2, 3.2.5.2.3; Win32
 * bits-upload-protocol). A packet with several reasons may get the answer to any of them.
 */
final class Reasons {

    private static final Set<Integer> INVALID = Set.of(400);
    private static final Set<Integer> NO_SESSION = Set.of(400, 500);

    private static final Map<Flaw, Set<Integer>> STATUSES = new EnumMap<>(Map.ofEntries(
            Map.entry(Flaw.PACKET_TYPE_UNKNOWN, INVALID),
            Map.entry(Flaw.VALUE_TOO_LONG, INVALID),
            Map.entry(Flaw.PROTOCOLS_MISSING, INVALID),
            Map.entry(Flaw.PROTOCOLS_UNKNOWN, INVALID),
            Map.entry(Flaw.PROTOCOLS_MALFORMED, INVALID),
            Map.entry(Flaw.BODY_UNEXPECTED, INVALID),
            Map.entry(Flaw.RANGE_INVALID, INVALID),
            Map.entry(Flaw.LENGTH_DIFFERS, INVALID),
            Map.entry(Flaw.TOTAL_CHANGED, INVALID),
            Map.entry(Flaw.SESSION_MISSING, NO_SESSION),
            Map.entry(Flaw.SESSION_MALFORMED, NO_SESSION),
            Map.entry(Flaw.SESSION_ENDED, NO_SESSION),
            Map.entry(Flaw.SESSION_UNKNOWN, Set.of(500))));

    private Reasons() {}

    /** Whether the documents name a status for each of these; for any other flaw the answer is open. */
    static boolean allNamed(Set<Flaw> flaws) {
        return STATUSES.keySet().containsAll(flaws);
    }

    /** The statuses for any of these. */
    static Set<Integer> statuses(Set<Flaw> flaws) {
        return flaws.stream().flatMap(flaw -> STATUSES.get(flaw).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
