package org.bitsconformance.wire;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port of a URL, read from its authority as text: {@link URI#getHost()} knows no host with an underscore.
 *
 * @param host as written, without the brackets of an IPv6 address
 * @param port that of the URL or of its scheme
 */
record HostPort(String host, int port) {

    private static final Pattern AUTHORITY = Pattern.compile("(?:.*@)?(\\[[^\\]]*]|[^:]*)(?::(\\d*))?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Of an absolute http or https URL that has a host. */
    static HostPort of(URI url) {
        Matcher authority = AUTHORITY.matcher(url.getRawAuthority());
        if (!authority.matches()) {
            throw new IllegalArgumentException("no host and port: " + url.getRawAuthority());
        }
        String port = authority.group(2);
        boolean usual = port == null || port.isEmpty();
        return new HostPort(
                authority.group(1).replaceAll("[\\[\\]]", ""),
                usual ? (url.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP) : Integer.parseInt(port));
    }

    /** The host as it stands in a URL: an IPv6 address in brackets. */
    String written() {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
