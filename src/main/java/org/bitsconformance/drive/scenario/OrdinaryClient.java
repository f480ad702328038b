package org.bitsconformance.drive.scenario;

import java.util.Set;

/**
 * Which scenarios send as an ordinary HTTP client does, by REST Assured. All others send by the suite's own writer, which
 * costs a tenth of the time: a client library takes about a second to start and some milliseconds a packet after that.
 *
 * <p>What an upload looks like that was not written by the suite is still worth seeing: whole uploads with a Ping
 * among them, and downloads of a reply, whole and by range, are what client programs do by a library. So these few are sent
 * by one. None of them is in plan {@code smoke}, which is to be quick.
 */
public final class OrdinaryClient {

    private static final Set<String> SCENARIOS =
            Set.of("ping-in-state", "reply-download", "reply-range", "reply-ranges");

    private OrdinaryClient() {}

    /** Whether a scenario, by its id, sends by a client library. */
    public static boolean sendsIn(String scenario) {
        return SCENARIOS.contains(scenario);
    }

    /** Ids of the scenarios that do. */
    static Set<String> scenarios() {
        return SCENARIOS;
    }
}
