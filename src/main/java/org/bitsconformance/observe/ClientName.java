package org.bitsconformance.observe;

import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Request;

/**
 * A client, as it can be told from others.
 *
 * @param agent its {@code User-Agent}; empty if it sends none
 * @param address its address, without the port
 */
record ClientName(String agent, String address) {

    private static final int LONGEST = 80;

    static ClientName of(Request request, String address) {
        return new ClientName(request.headers().first("User-Agent").orElse(""), address);
    }

    /** For people. */
    @Override
    public String toString() {
        String shown = agent.substring(0, Math.min(agent.length(), LONGEST));
        return (agent.isEmpty() ? "client without User-Agent" : Excerpt.of(shown)) + " at " + address;
    }
}
