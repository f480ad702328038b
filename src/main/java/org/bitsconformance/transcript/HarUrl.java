package org.bitsconformance.transcript;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a packet in a capture, taken as text. Nothing in it is checked; what a request line cannot hold is
 * percent-encoded (RFC 3986 2.1).
 *
 * @param scheme in lower case
 * @param authority host, and port where there is one; no user information
 * @param target path and query; begins with a slash
 */
record HarUrl(String scheme, String authority, String target) {

    private static final Pattern ABSOLUTE =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^#]*).*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}.*", Pattern.DOTALL);
    private static final String TO_ENCODE = "\"<>\\^`{|}";

    /** The URL; empty where the text has no scheme and host. */
    static Optional<HarUrl> of(String text) {
        Matcher found = ABSOLUTE.matcher(text.strip());
        if (!found.matches() || found.group(2).isEmpty()) {
            return Optional.empty();
        }
        String authority = found.group(2).substring(found.group(2).lastIndexOf('@') + 1);
        String target = repaired(found.group(3));
        return Optional.of(new HarUrl(
                found.group(1).toLowerCase(Locale.ROOT),
                repaired(authority),
                target.startsWith("/") ? target : "/" + target));
    }

    String origin() {
        return scheme + "://" + authority + "/";
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean bare =
                    character == '%' && !ESCAPED.matcher(text.substring(i)).matches();
            if (bare || character <= ' ' || character > '~' || TO_ENCODE.indexOf(character) >= 0) {
                for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    repaired.append("%%%02X".formatted(one & 0xFF));
                }
            } else {
                repaired.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return repaired.toString();
    }
}
