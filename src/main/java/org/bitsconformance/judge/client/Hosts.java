package org.bitsconformance.judge.client;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.NamedHost;

/** Which host a packet is for (RFC 2616 5.2), compared with the one that the server named (MC-BUP 2.2.3.2). */
final class Hosts {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://(?:[^/?#@]*@)?([^/?#]*).*");
    private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)?$");

    private Hosts() {}

    /** The host and port of a packet, in lower case and without a usual port. */
    static String of(Turn turn) {
        Matcher absolute = ABSOLUTE.matcher(turn.request().target());
        return plain(
                absolute.matches() ? absolute.group(1) : turn.headers().first("Host").orElse(""));
    }

    /** The host and port that the server named for a session; empty if it named none, or something that is no host. */
    static Optional<String> named(ClientSession session) {
        return session.namedHost()
                .flatMap(value -> NamedHost.replacing(authority(session.created()), value))
                .map(Hosts::plain);
    }

    /** Whether a packet went to the host that the server named for its session. */
    static boolean isAtNamedHost(Turn turn, ClientSession session) {
        return named(session).filter(of(turn)::equals).isPresent();
    }

    private static String authority(Turn turn) {
        Matcher absolute = ABSOLUTE.matcher(turn.request().target());
        return absolute.matches() ? absolute.group(1) : turn.headers().first("Host").orElse("");
    }

    private static String plain(String authority) {
        return USUAL_PORT
                .matcher(authority.strip().toLowerCase(Locale.ROOT))
                .replaceFirst("");
    }
}
