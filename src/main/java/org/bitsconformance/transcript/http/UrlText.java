package org.bitsconformance.transcript.http;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a URL as people or tools write it into one that a request can contain. Checks nothing. */
public final class UrlText {

    private static final Pattern ABSOLUTE =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}.*", Pattern.DOTALL);
    private static final String TO_ENCODE = "\"<>\\^`{|}";

    private UrlText() {}

    /** An absolute URL with its host in ASCII (RFC 3490), and the rest as in {@link #encoded}. */
    public static String repaired(String url) {
        Matcher parts = ABSOLUTE.matcher(url);
        return parts.matches() ? parts.group(1) + host(parts.group(2)) + encoded(parts.group(3)) : encoded(url);
    }

    /** Percent-encodes, as UTF-8, what a request line cannot contain (RFC 3986 2.1). */
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean bare =
                    character == '%' && !ESCAPED.matcher(text.substring(i)).matches();
            if (bare || character <= ' ' || character > '~' || TO_ENCODE.indexOf(character) >= 0) {
                for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(one & 0xFF));
                }
            } else {
                encoded.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return encoded.toString();
    }

    private static String host(String authority) {
        if (authority.chars().allMatch(character -> character < 0x80)) {
            return authority;
        }
        Matcher port = PORT.matcher(authority);
        int end = port.find() ? port.start() : authority.length();
        try {
            return IDN.toASCII(authority.substring(0, end)) + authority.substring(end);
        } catch (IllegalArgumentException e) {
            return encoded(authority);
        }
    }
}
