package org.bitsconformance.report.har;

import java.util.List;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.WireBytes;

/** What requests and responses in a HAR file share. */
final class HarMessage {

    /** Maximum length of a value, in characters; the record has the whole value. */
    static final int LONGEST_VALUE = 16_384;

    /** Maximum number of listed header fields or query parameters. */
    static final int MOST_FIELDS = 500;

    /** For a message without a head. */
    static final Headers NO_HEADERS = new Headers(List.of());

    private static final String NO_TYPE = "x-unknown";

    private HarMessage() {}

    /** A header field or a query parameter. */
    record Field(String name, String value) {

        static Field of(String name, String value) {
            return new Field(cut(name), cut(value));
        }
    }

    static List<Field> fields(Headers headers) {
        return headers.fields().stream()
                .limit(MOST_FIELDS)
                .map(field -> Field.of(field.name(), field.value()))
                .toList();
    }

    static String contentType(Headers headers) {
        return headers.first("Content-Type").map(HarMessage::cut).orElse(NO_TYPE);
    }

    /** The first {@link #LONGEST_VALUE} characters. */
    static String cut(String text) {
        return Printable.cut(text, LONGEST_VALUE);
    }

    /** Whether a value or a field was left out. */
    static boolean cut(List<Header> fields) {
        return fields.size() > MOST_FIELDS
                || fields.stream().anyMatch(field -> field.toString().length() > LONGEST_VALUE);
    }

    /**
     * How many bytes the head has, including its blank line; if that never came, all bytes.
     *
     * @param heads how many heads there are, including those of interim answers
     */
    static int headLength(WireBytes bytes, int heads) {
        String text = bytes.text();
        int end = 0;
        for (int i = 0; i < heads; i++) {
            int strict = text.indexOf("\r\n\r\n", end);
            int loose = text.indexOf("\n\n", end);
            if (strict < 0 && loose < 0) {
                return text.length();
            }
            end = strict >= 0 && (loose < 0 || strict < loose) ? strict + 4 : loose + 2;
        }
        return end;
    }
}
