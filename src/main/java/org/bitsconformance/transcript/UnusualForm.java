package org.bitsconformance.transcript;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * What no BITS client does in a request, so that a front end may answer it before a BITS server sees it. Most of it HTTP
 * allows.
 */
public enum UnusualForm {
    /** A target that is a whole URL (RFC 2616 5.1.2). */
    ABSOLUTE_TARGET("absolute target"),
    /** A target that begins with no slash. */
    RELATIVE_TARGET("relative target"),
    /** Another version than HTTP/1.1. */
    OTHER_VERSION("another HTTP version"),
    /** Neither {@code BITS_POST} nor a POST that stands for it. */
    OTHER_METHOD("another method"),
    /** Neither {@code Content-Length} nor {@code Transfer-Encoding}. */
    NO_LENGTH("no Content-Length"),
    /** A body in chunks (RFC 2616 3.6.1). */
    CODED_BODY("chunked body"),
    /** {@code Expect} (RFC 2616 14.20). */
    EXPECTATION("Expect"),
    /** A value that goes on in the next line (RFC 2616 2.2); RFC 7230 lets servers refuse it (3.2.4). */
    FOLDED_FIELD("folded field"),
    /** A field of HTTP that belongs there once is there several times. */
    REPEATED_FIELD("repeated field of HTTP"),
    /** A value that is longer than what common HTTP servers take unless told otherwise. */
    LONG_FIELD("field of over 8,000 bytes");

    private static final int LONGEST_VALUE = 8000;
    private static final Pattern URL = Pattern.compile("(?i)https?://.*");
    private static final List<String> SINGLE = List.of(BitsHeaders.CONTENT_LENGTH, BitsHeaders.CONTENT_RANGE);

    private final String words;

    UnusualForm(String words) {
        this.words = words;
    }

    /** What is unusual about a request, in its recorded bytes. */
    public static Set<UnusualForm> of(WireBytes bytes) {
        Request request = Request.parse(bytes);
        Headers headers = request.headers();
        Set<UnusualForm> found = EnumSet.noneOf(UnusualForm.class);
        boolean absolute = URL.matcher(request.target()).matches();
        add(found, ABSOLUTE_TARGET, absolute);
        add(found, RELATIVE_TARGET, !absolute && !request.target().startsWith("/"));
        add(found, OTHER_VERSION, !request.version().equals("HTTP/1.1"));
        add(found, OTHER_METHOD, !isBitsPost(request));
        add(found, NO_LENGTH, !headers.has(BitsHeaders.CONTENT_LENGTH) && !headers.has("Transfer-Encoding"));
        add(found, CODED_BODY, headers.has("Transfer-Encoding"));
        add(found, EXPECTATION, headers.has("Expect"));
        add(found, FOLDED_FIELD, isFolded(bytes));
        add(
                found,
                REPEATED_FIELD,
                SINGLE.stream().anyMatch(name -> headers.all(name).size() > 1));
        add(
                found,
                LONG_FIELD,
                headers.fields().stream().anyMatch(field -> field.value().length() > LONGEST_VALUE));
        return found;
    }

    /** What is unusual about a request that was sent; a proxy is always asked for a whole URL. */
    public static Set<UnusualForm> of(Exchange exchange) {
        Set<UnusualForm> found = of(exchange.request());
        if (exchange.carriage().proxied()) {
            found.remove(ABSOLUTE_TARGET);
        }
        return found;
    }

    /** In a few words. */
    @Override
    public String toString() {
        return words;
    }

    private static boolean isBitsPost(Request request) {
        return request.method().equals(BitsHeaders.VERB)
                || (request.method().equals("POST") && request.headers().has(BitsHeaders.METHOD_OVERRIDE));
    }

    private static boolean isFolded(WireBytes bytes) {
        return Arrays.stream(bytes.text().split("\r\n\r\n", 2)[0].split("\r\n", -1))
                .anyMatch(line -> line.startsWith(" ") || line.startsWith("\t"));
    }

    private static void add(Set<UnusualForm> found, UnusualForm form, boolean there) {
        if (there) {
            found.add(form);
        }
    }
}
