package org.bitsconformance.transcript.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * The HRESULT of an answer, by either name of its header.
 *
 * @param header the header that carries it; {@code BITS-Error} takes precedence over {@code BITS-Error-Code}
 * @param text its value as received
 */
public record ErrorCode(String header, String text) {

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:0[xX]|[xX])?0*([0-9A-Fa-f]{1,8})");

    /** The code of an answer, preferably one that is not empty; empty if neither header is present. */
    public static Optional<ErrorCode> of(Headers headers) {
        List<ErrorCode> codes = all(headers);
        return codes.stream()
                .filter(code -> !code.text().isEmpty())
                .findFirst()
                .or(() -> codes.stream().findFirst());
    }

    /** Every code of an answer, including empty ones: first {@code BITS-Error}, then {@code BITS-Error-Code}. */
    public static List<ErrorCode> all(Headers headers) {
        return Stream.of(BitsHeaders.ERROR, BitsHeaders.ERROR_CODE)
                .flatMap(name -> headers.all(name).stream().map(value -> new ErrorCode(name, value)))
                .toList();
    }

    /** The number; empty if the text is not hexadecimal of at most 32 bits, with or without {@code 0x}. */
    public Optional<Integer> value() {
        return hexadecimal(text);
    }

    /** Reads a hexadecimal number of at most 32 bits, with or without {@code 0x} or {@code x} and leading zeros. */
    public static Optional<Integer> hexadecimal(String text) {
        Matcher matcher = HEXADECIMAL.matcher(text);
        return matcher.matches() ? Optional.of(Integer.parseUnsignedInt(matcher.group(1), 16)) : Optional.empty();
    }

    @Override
    public String toString() {
        return header + ": " + text;
    }
}
