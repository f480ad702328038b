package org.bitsconformance.judge.client;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.NamedHost;

/**
 * Which host a packet is for (RFC 2616 5.2), compared with the one that the server named (MC-BUP 2.2.3.2): both as the
 * client writes them, if a proxy of the suite changed them.
 */
final class Hosts {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://(?:[^/?#@]*@)?([^/?#]*).*");
    private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)?$");

    private Hosts() {}

    /** The host and port of a packet, in lower case and without a usual port. */
    static String of(Turn turn) {
        return plain(authority(turn));
    }

    /** The host and port that the server named for a session; empty if it named none, or something that is no host. */
    static Optional<String> named(ClientSession session) {
        return session.namedHost()
                .map(value ->
                        asTheClientHasIt(session.created(), BitsHeaders.HOST_ID).orElse(value))
                .flatMap(value -> NamedHost.replacing(authority(session.created()), value))
                .map(Hosts::plain);
    }

    /** Whether a packet went to the host that the server named for its session. */
    static boolean isAtNamedHost(Turn turn, ClientSession session) {
        return named(session).filter(of(turn)::equals).isPresent();
    }

    /** Whether a packet of a session with a named host went elsewhere. */
    static boolean isAstray(Turn turn, ClientSession session) {
        return session.namedHost().isPresent() && !isAtNamedHost(turn, session);
    }

    /** Whether a URL in a field of a packet's answer, as the client gets it, leads to the host that the packet is for. */
    static boolean isSame(Turn turn, String field, String url) {
        Matcher absolute = ABSOLUTE.matcher(asTheClientHasIt(turn, field).orElse(url));
        return !absolute.matches() || plain(absolute.group(1)).equals(of(turn));
    }

    private static String authority(Turn turn) {
        Matcher absolute = ABSOLUTE.matcher(turn.request().target());
        return absolute.matches()
                ? asTheClientHasIt(turn, SendContext.Rewritten.TARGET)
                        .map(origin -> origin.replaceFirst("^[A-Za-z]+://", ""))
                        .orElse(absolute.group(1))
                : asTheClientHasIt(turn, "Host")
                        .orElseGet(() -> turn.headers().first("Host").orElse(""));
    }

    /** What the client sent or got where a proxy of the suite put another value; empty if it put none. */
    private static Optional<String> asTheClientHasIt(Turn turn, String field) {
        return turn.exchange().carriage().rewritten().stream()
                .filter(one -> one.field().equalsIgnoreCase(field))
                .map(SendContext.Rewritten::client)
                .findFirst();
    }

    private static String plain(String authority) {
        return USUAL_PORT.matcher(authority.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
