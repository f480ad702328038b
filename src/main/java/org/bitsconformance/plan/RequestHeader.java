package org.bitsconformance.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header to add to every request. Its value may be a secret, so that {@link #toString} does not show it.
 *
 * @param name a token (RFC 9110, 5.6.2) that the suite does not set itself
 * @param value visible ASCII, spaces and tabs, without white space at the ends
 */
public record RequestHeader(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t -~]*");
    private static final Set<String> OWN = Set.of(
            "connection", "content-encoding", "content-length", "content-name", "content-range", "transfer-encoding");

    /**
     * Strips white space around the value.
     *
     * @throws IllegalArgumentException if the name is no token or is set by the suite, or the value is not as above
     */
    public RequestHeader {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("must have a valid header name, not " + Quoted.text(name));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OWN.contains(lower) || lower.startsWith("bits-")) {
            throw new IllegalArgumentException("must not set the header " + name + ", which the suite sets itself");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must have a value of visible ASCII characters, spaces and tabs for the header " + name);
        }
        value = value.strip();
    }

    /**
     * Parses {@code NAME: VALUE}.
     *
     * @throws IllegalArgumentException if there is no colon, or a part is not valid
     */
    public static RequestHeader parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("must be a header such as 'X-Tenant: blue'; there is no colon in it");
        }
        return new RequestHeader(text.substring(0, colon).strip(), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return name + ": (hidden)";
    }
}
