package org.bitsconformance.transcript.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port of a URL, read from its authority as text: {@link URI#getHost()} knows no host with an underscore.
 *
 * @param host as written, without the brackets of an IPv6 address
 * @param port of the URL, or the default of its scheme
 */
public record HostPort(String host, int port) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:@]+)(?::(\\d{0,5}))?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HIGHEST = 65_535;

    /**
     * The host and port of an absolute http or https URL.
     *
     * @throws IllegalArgumentException if it has no host, or an impossible port
     */
    public static HostPort of(URI url) {
        return in(url).orElseThrow(() -> new IllegalArgumentException("no host and port: " + url.getRawAuthority()));
    }

    /** Like {@link #of}; empty if it has no host, or an impossible port. */
    public static Optional<HostPort> in(URI url) {
        Matcher authority = AUTHORITY.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
        if (!authority.matches()) {
            return Optional.empty();
        }
        String port = authority.group(2) == null ? "" : authority.group(2);
        HostPort found = new HostPort(
                authority.group(1).replaceAll("[\\[\\]]", ""), port.isEmpty() ? usual(url) : Integer.parseInt(port));
        return Optional.of(found).filter(whole -> whole.port() <= HIGHEST);
    }

    /** Whether two are the same; case does not matter in host names. */
    public boolean sameAs(HostPort other) {
        return host.toLowerCase(Locale.ROOT).equals(other.host.toLowerCase(Locale.ROOT)) && port == other.port;
    }

    /** The host as written in a URL: an IPv6 address in brackets. */
    public String written() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static int usual(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
    }
}
