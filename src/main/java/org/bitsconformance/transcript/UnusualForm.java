package org.bitsconformance.transcript;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * What a request has that no BITS client sends, so that a front end may answer it before a BITS server sees it. HTTP
 * allows most of these.
 */
public enum UnusualForm {
    /** The request target is a whole URL. */
    ABSOLUTE_TARGET("absolute target", "RFC 2616 5.1.2", Meaning.CLEAR),
    /** The request target is not a URL and begins without a slash, so it is not clear what it is relative to. */
    RELATIVE_TARGET("relative target", "RFC 2616 5.1.2", Meaning.OPEN),
    /** Another version than HTTP/1.1, the only one that BITS specifies. */
    OTHER_VERSION("another HTTP version", "MC-BUP 2.1", Meaning.OPEN),
    /** Neither {@code BITS_POST} nor a POST that stands for it; HTTP methods are case-sensitive. */
    OTHER_METHOD("another method", "RFC 2616 5.1.1", Meaning.OPEN),
    /** Neither {@code Content-Length} nor {@code Transfer-Encoding}. */
    NO_LENGTH("no Content-Length", "RFC 2616 4.4", Meaning.CLEAR),
    /** A body in chunks. */
    CODED_BODY("chunked body", "RFC 2616 3.6.1", Meaning.CLEAR),
    /** {@code Expect}. */
    EXPECTATION("Expect", "RFC 2616 14.20", Meaning.CLEAR),
    /** A value that continues on the next line: RFC 2616 2.2 allows it, RFC 9112 lets any server refuse it. */
    FOLDED_FIELD("folded field", "RFC 9112 5.2", Meaning.OBSOLETE),
    /** A horizontal tab in or around a value: RFC 2616 2.2 allows it, front ends refuse it. */
    TAB_IN_FIELD("horizontal tab in a field", "RFC 9110 5.5", Meaning.REFUSABLE),
    /** Several spaces before a value, or any after it: RFC 2616 4.2 allows them, front ends refuse them. */
    BLANKS_AROUND_VALUE("blanks around a value", "RFC 9112 5.1", Meaning.REFUSABLE),
    /** A field that may occur only once is repeated; only lists may repeat. */
    REPEATED_FIELD("repeated field", "RFC 2616 4.2", Meaning.OPEN),
    /** A value longer than common HTTP servers accept by default. */
    LONG_FIELD("field of over 8,000 bytes", "RFC 9110 5.4", Meaning.CLEAR);

    /** How a request in such a form should be understood. */
    public enum Meaning {
        /** In one way, as HTTP says. No Ack is required; if one comes, it counts for the session. */
        CLEAR(false),
        /** In one way, as HTTP says, but it may be refused without an Ack. An Ack is judged like any other. */
        REFUSABLE(true),
        /** In one way, as HTTP once said, but any server may refuse it. An Ack's form is judged, but not its status. */
        OBSOLETE(true),
        /**
         * No document gives it one meaning: its answer and effect are open, and so is everything that follows from
         * them.
         */
        OPEN(false);

        private final boolean refusable;

        Meaning(boolean refusable) {
            this.refusable = refusable;
        }

        /** Whether a front end may refuse it without an Ack, although an Ack is judged if it comes. */
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
        String[] lines = bytes.text().split("\r\n\r\n", 2)[0].split("\r\n", -1);
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            add(found, FOLDED_FIELD, line.startsWith(" ") || line.startsWith("\t"));
            add(found, TAB_IN_FIELD, line.indexOf('\t') > 0);
            boolean blanks = line.contains(":  ") || line.endsWith(" ");
            add(found, BLANKS_AROUND_VALUE, blanks && BLANKS.matcher(line).matches());
        }
        for (String name : SINGLE) {
            add(found, REPEATED_FIELD, headers.all(name).size() > 1);
        }
        for (Header field : headers.fields()) {
            add(found, LONG_FIELD, field.value().length() > LONGEST_VALUE);
        }
        return found;
    }

    /** What is unusual about a request that was sent; a whole URL is not unusual to a proxy. */
    public static Set<UnusualForm> of(Exchange exchange) {
        Set<UnusualForm> found = of(exchange.request());
        if (exchange.carriage().proxied()) {
            found.remove(ABSOLUTE_TARGET);
        }
        return found;
    }

    /** How to understand a request in this form. */
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

    private static void add(Set<UnusualForm> found, UnusualForm form, boolean there) {
        if (there) {
            found.add(form);
        }
    }
}
