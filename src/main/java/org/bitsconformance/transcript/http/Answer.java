package org.bitsconformance.transcript.http;

import java.util.List;

/**
 * An answer as it was received, read from the recorded bytes.
 *
 * @param version such as {@code HTTP/1.1}
 * @param status three-digit status code
 * @param reason reason phrase, may be empty
 * @param headers header fields
 * @param body what arrived of the body, without chunked coding, as ISO 8859-1
 * @param framing how the end of the body is known
 * @param complete whether the whole answer arrived
 * @param excess number of bytes that arrived after the end of the answer
 * @param interim number of 1xx answers before this one
 * @param defects what is wrong with the form of the message, in plain words
 */
public record Answer(
        String version,
        int status,
        String reason,
        Headers headers,
        String body,
        Framing framing,
        boolean complete,
        int excess,
        int interim,
        List<String> defects) {

    /** How the defect begins that hides where the answer ends. */
    static final String CHUNK_WITHOUT_SIZE = "a chunk without a size: ";

    /** How a receiver knows where a body ends (RFC 2616 4.4). */
    public enum Framing {
        /** The status or the request's method allows no body. */
        NO_BODY,
        CONTENT_LENGTH,
        CHUNKED,
        /** The body lasts until the connection ends. */
        UNTIL_CLOSE
    }

    /** Whether it can still become complete when more arrives. */
    public boolean unfinished() {
        return !complete && defects.stream().noneMatch(defect -> defect.startsWith(CHUNK_WITHOUT_SIZE));
    }

    /** The status line, for messages. */
    public String statusLine() {
        return (version + " " + status + " " + reason).strip();
    }

    /** Whether any header field is one of BITS, so that no front end made it. */
    public boolean ofTheProtocol() {
        return headers.fields().stream().anyMatch(field -> field.name().regionMatches(true, 0, "BITS-", 0, 5));
    }

    /** Whether the status says that the request was carried out: 200 or, for Create-Session, 201. */
    public boolean success() {
        return status == 200 || status == 201;
    }
}
