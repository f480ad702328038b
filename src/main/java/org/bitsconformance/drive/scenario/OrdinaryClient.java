package org.bitsconformance.drive.scenario;

import java.util.Set;

/**
 * Which scenarios send as an ordinary HTTP client does, with REST Assured. All others use the suite's own writer, which
 * takes a tenth of the time: a client library needs about a second to start, and then some milliseconds for each
 * packet.
 *
 * <p>It is still worth seeing uploads that the suite's writer did not produce. Client programs use a library for whole
 * uploads with a Ping among the packets, and for downloads of a reply, whole or by range; so these few scenarios do
 * too. None of them is in plan {@code smoke}, which must be quick.
 */
public final class OrdinaryClient {

    private static final Set<String> SCENARIOS =
            Set.of("ping-in-state", "reply-download", "reply-range", "reply-ranges");

    private OrdinaryClient() {}

    /** Whether the scenario with this id sends with a client library. */
    public static boolean sendsIn(String scenario) {
        return SCENARIOS.contains(scenario);
    }

    /** Ids of the scenarios that send with a client library. */
    static Set<String> scenarios() {
        return SCENARIOS;
    }
}
