package org.bitsconformance.target;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.Header;

/** Checks header fields that are added to every request. */
public final class RequestHeader {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t -~]*");
    private static final Set<String> OWN = Set.of(
            "connection", "content-encoding", "content-length", "content-name", "content-range", "transfer-encoding");

    private RequestHeader() {}

    /**
     * A field with this name and value, without white space at the ends of the value.
     *
     * @param name a token (RFC 9110, 5.6.2) that the suite does not set itself
     * @param value visible ASCII, spaces and tabs
     * @throws IllegalArgumentException if one is not valid; the message does not show the value
     */
    public static Header of(String name, String value) {
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
        return new Header(name, value.strip());
    }

    /**
     * Parses {@code NAME: VALUE}.
     *
     * @throws IllegalArgumentException if there is no colon, or a part is not valid
     */
    public static Header parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("must be a header such as 'X-Tenant: blue'; it has no colon");
        }
        return of(text.substring(0, colon).strip(), text.substring(colon + 1));
    }
}
