package org.bitsconformance.judge.book;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.transcript.UnusualForm;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Request;

/** What is odd about a packet that a server must still accept, and what to change in a server that does not. */
enum Oddity {
    ABSOLUTE_TARGET("Strip scheme and host from the request target."),
    RELATIVE_TARGET("Resolve a request target without a leading slash, or refuse it with 400."),
    ESCAPED_TARGET("Decode the percent-escapes of the path once, before the file is named."),
    OTHER_VERSION("Answer a request of another HTTP version as HTTP says, or refuse it with 505."),
    NO_LENGTH("Refuse a packet without Content-Length with 400 or 411 before its body is read."),
    CODED_BODY("Decode a body in chunks (Transfer-Encoding) before its bytes are counted and stored."),
    EXPECTATION("Answer Expect: 100-continue with 100, or read on without it."),
    FOLDED_FIELD("Join the lines of a folded header field before its value is read."),
    REPEATED_FIELD(
            "Accept a header field that is sent twice with the same value; refuse two different values with 400."),
    LONG_FIELD("Raise the HTTP server's limit on header lines, or let it answer 431."),
    NAMES_RESPELT("Compare header names without regard to letter case."),
    BLANKS("Trim header values: blanks and tabs around them are not part of the value."),
    NO_BLANK("Split a header line at its colon: the blank after it is optional."),
    GUID_LETTERS("Compare GUIDs without regard to letter case."),
    LIST("Look at each GUID of the list."),
    DELIMITERS("Split the list of GUIDs at commas, tabs and any number of blanks."),
    FAR("Store offsets and totals in 64 bits.");

    private static final long OVER_31_BITS = 1L << 31;
    private static final Pattern USUAL_LINE = Pattern.compile("[^:]*: (\\S|\\S.*\\S)|[^:]*: ?");
    private static final Pattern LINE_WITHOUT_BLANK = Pattern.compile("[^:]*:(\\S|\\S.*\\S)");

    private static final Map<UnusualForm, Oddity> FORMS = new EnumMap<>(Map.of(
            UnusualForm.ABSOLUTE_TARGET, ABSOLUTE_TARGET,
            UnusualForm.RELATIVE_TARGET, RELATIVE_TARGET,
            UnusualForm.OTHER_VERSION, OTHER_VERSION,
            UnusualForm.NO_LENGTH, NO_LENGTH,
            UnusualForm.CODED_BODY, CODED_BODY,
            UnusualForm.EXPECTATION, EXPECTATION,
            UnusualForm.FOLDED_FIELD, FOLDED_FIELD,
            UnusualForm.REPEATED_FIELD, REPEATED_FIELD,
            UnusualForm.LONG_FIELD, LONG_FIELD));

    private static final List<String> USUAL_NAMES = List.of(
            BitsHeaders.PACKET_TYPE,
            BitsHeaders.SESSION_ID,
            BitsHeaders.SUPPORTED_PROTOCOLS,
            BitsHeaders.CONTENT_NAME,
            BitsHeaders.CONTENT_RANGE,
            BitsHeaders.CONTENT_LENGTH,
            "Host");

    private final String advice;

    Oddity(String advice) {
        this.advice = advice;
    }

    /** What to change, in a sentence. */
    String advice() {
        return advice;
    }

    /** Whether it may show only in a later packet of the session, because it changes where the upload is put. */
    boolean ofTheDestination() {
        return this == ABSOLUTE_TARGET || this == RELATIVE_TARGET || this == ESCAPED_TARGET;
    }

    static Set<Oddity> of(Step step) {
        Request request = step.request();
        Set<Oddity> found = EnumSet.noneOf(Oddity.class);
        step.unusualForms().stream().filter(FORMS::containsKey).map(FORMS::get).forEach(found::add);
        add(found, ESCAPED_TARGET, request.target().contains("%"));
        add(found, NAMES_RESPELT, request.headers().fields().stream().anyMatch(Oddity::respelt));
        List<String> lines = lines(step);
        boolean withoutBlank =
                lines.stream().anyMatch(line -> LINE_WITHOUT_BLANK.matcher(line).matches());
        add(found, NO_BLANK, withoutBlank);
        add(
                found,
                BLANKS,
                !withoutBlank
                        && !found.contains(FOLDED_FIELD)
                        && lines.stream()
                                .anyMatch(line -> !USUAL_LINE.matcher(line).matches()));
        if (step.is(PacketType.CREATE_SESSION)) {
            list(found, String.join(" ", request.headers().all(BitsHeaders.SUPPORTED_PROTOCOLS)));
        }
        add(
                found,
                FAR,
                request.contentRange()
                        .filter(range -> range.total() >= OVER_31_BITS || range.last() >= OVER_31_BITS)
                        .isPresent());
        return found;
    }

    private static void list(Set<Oddity> found, String list) {
        List<String> guids = Arrays.stream(list.split("[\\s,]+"))
                .filter(token -> !token.isEmpty())
                .toList();
        boolean known = guids.stream().anyMatch(UploadProtocol.BITS_1_5::equalsIgnoreCase);
        add(found, GUID_LETTERS, known && !guids.contains(UploadProtocol.BITS_1_5));
        add(found, LIST, known && guids.size() > 1);
        add(found, DELIMITERS, known && guids.size() > 1 && list.matches("(?s).*(,|\\t|  ).*"));
    }

    private static boolean respelt(Header field) {
        return USUAL_NAMES.stream()
                .anyMatch(usual -> usual.equalsIgnoreCase(field.name()) && !usual.equals(field.name()));
    }

    /** The lines of the header, without the request line. */
    private static List<String> lines(Step step) {
        String head = step.exchange().request().text().split("\r\n\r\n", 2)[0];
        return Arrays.stream(head.split("\r\n", -1)).skip(1).toList();
    }

    private static void add(Set<Oddity> found, Oddity oddity, boolean there) {
        if (there) {
            found.add(oddity);
        }
    }
}
