package org.bitsconformance.observe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.bitsconformance.transcript.http.HostPort;

/**
 * A server behind the proxy.
 *
 * @param secure whether it speaks TLS
 * @param authority host and port, as clients that speak to it directly write it in {@code Host}
 */
record Node(boolean secure, String authority) {

    /** The server of a URL. */
    static Node of(URI url) {
        HostPort found = HostPort.of(url);
        String given = url.getRawAuthority().replaceFirst("^[^@]*@", "");
        return new Node(
                url.getScheme().equalsIgnoreCase("https"),
                given.endsWith(":") ? found.written() + ":" + found.port() : given);
    }

    URI url() {
        return URI.create(scheme() + "://" + authority + "/");
    }

    String scheme() {
        return secure ? "https" : "http";
    }

    HostPort address() {
        return HostPort.of(url());
    }

    /** The same kind of server at another host; empty if it is none. */
    Optional<Node> at(String other) {
        try {
            URI url = new URI(scheme() + "://" + other + "/");
            return HostPort.in(url).map(found -> new Node(secure, other));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether both are the same host and port. */
    boolean isAt(Node other) {
        return address().sameAs(other.address());
    }
}
