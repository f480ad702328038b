package org.bitsconformance.judge.cause;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.WireBytes;

/** The bytes of the body of a fragment. */
final class Content {

    private static final int MOST = 1 << 20;
    private static final String HEADER_END = "\r\n\r\n";

    private Content() {}

    /** The body as it was sent, as ISO 8859-1; empty if the record does not have all of it, or it is over 1 MiB. */
    static Optional<String> of(Step step) {
        WireBytes request = step.exchange().request();
        if (request.length() > MOST) {
            return Optional.empty();
        }
        return request.restored()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .filter(text -> text.contains(HEADER_END))
                .map(text -> text.substring(text.indexOf(HEADER_END) + HEADER_END.length()));
    }

    /** Index of the first byte sequence that is not UTF-8; -1 if there is none. */
    static int firstNoUtf8(String content) {
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.ISO_8859_1));
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(content.length()), true);
        return result.isError() ? bytes.position() : -1;
    }

    /** Index of the first byte over 127; -1 if all are ASCII. */
    static int firstOver127(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) > 127) {
                return i;
            }
        }
        return -1;
    }
}
