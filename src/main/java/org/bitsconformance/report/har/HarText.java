package org.bitsconformance.report.har;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A body in a HAR file: text if all of it is printable ASCII, otherwise Base64.
 *
 * @param text the bytes
 * @param encoding {@code base64}, or empty if the text is the bytes
 */
record HarText(String text, Optional<String> encoding) {

    /** The body for bytes given as ISO 8859-1 text. */
    static HarText of(String bytes) {
        return printable(bytes)
                ? new HarText(bytes, Optional.empty())
                : new HarText(
                        Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1)),
                        Optional.of("base64"));
    }

    private static boolean printable(String bytes) {
        return bytes.chars().allMatch(c -> (c >= 0x20 && c < 0x7F) || c == '\r' || c == '\n' || c == '\t');
    }
}
