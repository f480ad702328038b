package org.bitsconformance.transcript;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * What no BITS client does in a request, so that a front end may answer it before a BITS server sees it. Most of it HTTP
 * allows.
 */
public enum UnusualForm {
    /** A target that is a whole URL. */
    ABSOLUTE_TARGET("absolute target", "RFC 2616 5.1.2", Meaning.CLEAR),
    /** A target that is not a URL and begins with no slash: nobody says what it is relative to. */
    RELATIVE_TARGET("relative target", "RFC 2616 5.1.2", Meaning.OPEN),
    /** Another version than HTTP/1.1, over which alone BITS is specified. */
    OTHER_VERSION("another HTTP version", "MC-BUP 2.1", Meaning.OPEN),
    /** Neither {@code BITS_POST} nor a POST that stands for it: methods are told apart by case too. */
    OTHER_METHOD("another method", "RFC 2616 5.1.1", Meaning.OPEN),
    /** Neither {@code Content-Length} nor {@code Transfer-Encoding}. */
    NO_LENGTH("no Content-Length", "RFC 2616 4.4", Meaning.CLEAR),
    /** A body in chunks. */
    CODED_BODY("chunked body", "RFC 2616 3.6.1", Meaning.CLEAR),
    /** {@code Expect}. */
    EXPECTATION("Expect", "RFC 2616 14.20", Meaning.CLEAR),
    /** A value that goes on in the next line: RFC 2616 2.2 has it, RFC 9112 lets any server refuse it. */
    FOLDED_FIELD("folded field", "RFC 9112 5.2", Meaning.OBSOLETE),
    /** A horizontal tab in or around a value: RFC 2616 2.2 has it, front ends refuse it. */
    TAB_IN_FIELD("horizontal tab in a field", "RFC 9110 5.5", Meaning.REFUSABLE),
    /** Several blanks before a value, or any after it: RFC 2616 4.2 has them, front ends refuse them. */
    BLANKS_AROUND_VALUE("blanks around a value", "RFC 9112 5.1", Meaning.REFUSABLE),
    /** A field that belongs there once is there several times: only lists may repeat. */
    REPEATED_FIELD("repeated field", "RFC 2616 4.2", Meaning.OPEN),
    /** A value that is longer than what common HTTP servers take unless told otherwise. */
    LONG_FIELD("field of over 8,000 bytes", "RFC 9110 5.4", Meaning.CLEAR);

    /** How a request in such a form is to be understood. */
    public enum Meaning {
        /** As HTTP says, in one way. No Ack is owed; one that comes binds the session. */
        CLEAR(false),
        /** As HTTP says, in one way, but it may be refused without an Ack. An Ack is judged as any other. */
        REFUSABLE(true),
        /** As HTTP once said, in one way, but any server may refuse it. The form of an Ack is judged, its status is not. */
        OBSOLETE(true),
        /** No document gives it one meaning: what it was answered and did is open, and all that follows from that. */
        OPEN(false);

        private final boolean refusable;

        Meaning(boolean refusable) {
            this.refusable = refusable;
        }

        /** Whether a front end may refuse it without an Ack, while an Ack that comes is judged. */
        public boolean refusable() {
            return refusable;
        }
    }

    private static final int LONGEST_VALUE = 8000;
    private static final Pattern URL = Pattern.compile("(?i)https?://.*");
    private static final Pattern BLANKS = Pattern.compile("[^:]+:(  +[^ ].*|.*[^ :] +)");
    private static final List<String> SINGLE = List.of(
            BitsHeaders.PACKET_TYPE,
            BitsHeaders.SESSION_ID,
            BitsHeaders.SUPPORTED_PROTOCOLS,
            BitsHeaders.CONTENT_NAME,
            BitsHeaders.CONTENT_LENGTH,
            BitsHeaders.CONTENT_RANGE,
            BitsHeaders.METHOD_OVERRIDE);

    private final String words;
    private final String source;
    private final Meaning meaning;

    UnusualForm(String words, String source, Meaning meaning) {
        this.words = words;
        this.source = source;
        this.meaning = meaning;
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
        add(found, FOLDED_FIELD, lines(bytes).anyMatch(line -> line.startsWith(" ") || line.startsWith("\t")));
        add(found, TAB_IN_FIELD, lines(bytes).anyMatch(line -> line.indexOf('\t') > 0));
        add(
                found,
                BLANKS_AROUND_VALUE,
                lines(bytes).anyMatch(line -> BLANKS.matcher(line).matches()));
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

    /** How a request in this form is to be understood. */
    public Meaning meaning() {
        return meaning;
    }

    /** The section that says so, such as {@code RFC 2616 5.1.2}. */
    public String source() {
        return source;
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

    /** The lines of the header fields. */
    private static Stream<String> lines(WireBytes bytes) {
        return Arrays.stream(bytes.text().split("\r\n\r\n", 2)[0].split("\r\n", -1))
                .skip(1);
    }

    private static void add(Set<UnusualForm> found, UnusualForm form, boolean there) {
        if (there) {
            found.add(form);
        }
    }
}
