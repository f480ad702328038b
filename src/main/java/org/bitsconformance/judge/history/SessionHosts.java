package org.bitsconformance.judge.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.NamedHost;
import org.bitsconformance.transcript.http.Request;

/**
 * The hosts that the server named for the sessions of a case (MC-BUP 2.2.3.2), and which hosts have accepted their
 * packets.
 */
final class SessionHosts {

    private final Map<Integer, Named> named = new HashMap<>();

    /**
     * The hosts of a session, in lower case.
     *
     * @param host the one that the server named
     * @param origin the one where it was created
     * @param serving those that have accepted one of its packets
     */
    private record Named(String host, String origin, Set<String> serving) {}

    /** Notes the answer to a Create-Session. */
    void created(int session, Request request, Answer answer) {
        String origin = host(request);
        NamedHost.in(answer)
                .flatMap(value -> NamedHost.replacing(origin, value))
                .ifPresent(host -> named.put(session, new Named(lower(host), origin, new HashSet<>())));
    }

    /** Where a packet of a session went. */
    HostFollowed of(int session, Request request) {
        return Optional.ofNullable(named.get(session))
                .map(one -> one.host().equals(host(request)) ? HostFollowed.NAMED : HostFollowed.OTHER)
                .orElse(HostFollowed.UNNAMED);
    }

    /**
     * Whether the session need not be at the host that a packet went to: the server named a host other than the one
     * where the session was created, and the packet's host has accepted none of its packets.
     */
    boolean mayBeAstray(int session, Request request) {
        return Optional.ofNullable(named.get(session))
                .filter(one -> !one.host().equals(one.origin()))
                .filter(one -> !one.serving().contains(host(request)))
                .isPresent();
    }

    /** Notes that a packet of a session was accepted. */
    void took(int session, Request request) {
        Optional.ofNullable(named.get(session)).ifPresent(one -> one.serving().add(host(request)));
    }

    private static String host(Request request) {
        return lower(request.headers().first("Host").orElse(""));
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
