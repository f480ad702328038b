package org.bitsconformance.target;

import java.util.Optional;

/**
 * An HTTP proxy on the way to the target: asked for whole URLs over http, and for a tunnel over https (RFC 2817 5.2).
 *
 * @param host name or address, without brackets
 * @param port TCP port
 * @param credentials for Basic authentication at the proxy
 */
public record Proxy(String host, int port, Optional<Credentials> credentials) {

    /** The value of {@code Proxy-Authorization}. */
    public Optional<String> authorization() {
        return credentials.map(Credentials::basic);
    }

    /** For messages. */
    public String where() {
        return host + ":" + port;
    }
}
