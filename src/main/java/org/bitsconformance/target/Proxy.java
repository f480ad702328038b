package org.bitsconformance.target;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP proxy on the way to the target: http requests go to it with whole URLs, https requests through a tunnel (RFC
 * 2817 5.2).
 *
 * @param host name or address, without brackets
 * @param port TCP port
 * @param credentials for Basic authentication at the proxy
 */
public record Proxy(String host, int port, Optional<Credentials> credentials) {

    private static final Pattern FORM = Pattern.compile("(?i)http://([^/?#]*)/?");
    private static final int USUAL_PORT = 80;

    /**
     * Parses {@code http://host:port}.
     *
     * @throws IllegalArgumentException if it has another form; the message does not show the text
     */
    public static Proxy parse(String text) {
        Matcher form = FORM.matcher(text);
        Optional<Authority> authority = form.matches() ? Authority.parse(form.group(1)) : Optional.empty();
        if (authority.isPresent()) {
            return new Proxy(
                    IDN.toASCII(authority.get().host()), authority.get().port().orElse(USUAL_PORT), Optional.empty());
        }
        throw new IllegalArgumentException(
                "must be the URL of an HTTP proxy such as http://proxy.example:3128, without credentials");
    }

    /** A copy with these credentials, if any. */
    public Proxy with(Optional<Credentials> shown) {
        return new Proxy(host, port, shown);
    }

    /** The value of {@code Proxy-Authorization}. */
    public Optional<String> authorization() {
        return credentials.map(Credentials::basic);
    }

    /** Host and port, for messages. */
    public String where() {
        return host + ":" + port;
    }
}
