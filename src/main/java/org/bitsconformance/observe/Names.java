package org.bitsconformance.observe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.HostPort;
import org.bitsconformance.transcript.http.NamedHost;
import org.bitsconformance.transcript.http.Request;

/**
 * The names of the two sides: clients know the proxy, the server knows itself. Changes whatever names one of them, so
 * that requests reach the server under its own name and clients stay with the proxy.
 *
 * <p>A host that the server names in {@code BITS-Host-Id} with another port gets a port of its own at the proxy. One
 * that it names without a port keeps the proxy's own port, as clients keep theirs; packets of that session then go to it.
 */
final class Names {

    private static final int MOST_ROUTES = 10_000;
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._~-]+)(?::\\d{1,5})?");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    /** Names of this machine: who reaches the proxy by one of them reaches it by the other. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final boolean secure;
    private final Function<Node, OptionalInt> portOf;
    private final Recent<Node> routes = new Recent<>(MOST_ROUTES);

    /**
     * @param secure whether clients speak TLS to the proxy
     * @param portOf the port at which clients reach a server through the proxy; empty if there is none left for it
     */
    Names(boolean secure, Function<Node, OptionalInt> portOf) {
        this.secure = secure;
        this.portOf = portOf;
    }

    /** The server that a request goes to, if it was sent to the port of {@code node}. */
    synchronized Node route(Request request, Node node) {
        return request.sessionId().flatMap(routes::get).orElse(node);
    }

    /** The header of a request, as the server gets it. */
    static Rewritten toServer(String text, Node node) {
        Rewritten head = Rewritten.request(text);
        head.target(node.scheme() + "://" + node.authority());
        head.field("Host", value -> node.authority());
        return head;
    }

    /** The proxy as a client calls it, by its {@code Host}; otherwise by the address that it connected to. */
    static String clientView(Request request, String address) {
        return request.headers()
                .first("Host")
                .filter(AUTHORITY.asMatchPredicate())
                .orElse(address);
    }

    /**
     * The header of an answer, as the client gets it.
     *
     * @param node the server that sent it
     * @param view the proxy as the client calls it
     */
    Rewritten toClient(String text, Optional<Answer> answer, Node node, String view) {
        Rewritten head = Rewritten.answer(text);
        head.field(BitsHeaders.REPLY_URL, value -> url(value, node, view));
        head.field("Location", value -> url(value, node, view));
        answer.filter(seen -> NamedHost.in(seen).isPresent())
                .ifPresent(seen -> head.field(
                        BitsHeaders.HOST_ID,
                        value -> host(value, node, view, seen.headers().first(BitsHeaders.SESSION_ID))));
        return head;
    }

    /** A URL that leads to the proxy instead, if it names a server behind it. */
    private String url(String value, Node node, String view) {
        try {
            URI url = new URI(value);
            if (!url.isAbsolute() || HostPort.in(url).isEmpty() || url.getRawUserInfo() != null) {
                return value;
            }
            Node named = Node.of(url);
            boolean same = named.secure() == node.secure() && named.isAt(node);
            return same
                    ? (secure ? "https" : "http") + "://" + view
                            + value.substring(value.indexOf(url.getRawAuthority())
                                    + url.getRawAuthority().length())
                    : value;
        } catch (URISyntaxException e) {
            return value;
        }
    }

    private String host(String value, Node node, String view, Optional<String> session) {
        Optional<Node> named = NamedHost.replacing(node.authority(), value).flatMap(node::at);
        if (named.isEmpty()) {
            return value;
        }
        boolean port = PORT.matcher(value).find() && !isAddress(value);
        String host = PORT.matcher(view).replaceFirst("");
        if (port) {
            OptionalInt own = portOf.apply(named.get());
            return own.isPresent() ? host + ":" + own.getAsInt() : value;
        }
        if (!named.get().isAt(node)) {
            session.ifPresent(id -> route(id, named.get()));
        }
        boolean reachesProxy = LOOPBACK.contains(host) && LOOPBACK.contains(value);
        return reachesProxy ? value : host;
    }

    /** Whether a value is an IPv6 address without brackets, which has colons and no port. */
    private static boolean isAddress(String value) {
        return !value.startsWith("[") && value.indexOf(':') != value.lastIndexOf(':');
    }

    private synchronized void route(String session, Node node) {
        routes.put(session, node);
    }
}
