package org.bitsconformance.transcript.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of one direction of an exchange as they crossed the socket.
 *
 * @param text the bytes that are kept, from the first on, each as the character of the same number (ISO 8859-1)
 * @param omitted what followed and is not kept; empty when {@code text} is everything
 */
public record WireBytes(String text, Optional<Omitted> omitted) {

    /** Nothing crossed. */
    public static final WireBytes NONE = new WireBytes("", Optional.empty());

    /** Bytes that are all kept. */
    public static WireBytes of(byte[] bytes) {
        return new WireBytes(new String(bytes, StandardCharsets.ISO_8859_1), Optional.empty());
    }

    /** Bytes that are all kept, written as ISO 8859-1 text. */
    public static WireBytes of(String text) {
        return new WireBytes(text, Optional.empty());
    }

    /** How many bytes crossed. */
    @JsonIgnore
    public long length() {
        return text.length() + omitted.map(Omitted::length).orElse(0L);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return length() == 0;
    }

    /** All the bytes; empty when some are neither kept nor can be generated again. */
    public Optional<byte[]> restored() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        if (omitted.isPresent()) {
            Omitted rest = omitted.get();
            if (rest.generated().isEmpty()) {
                return Optional.empty();
            }
            Generated source = rest.generated().get();
            bytes.writeBytes(new Payload(source.seed(), source.offset() + rest.length())
                    .range(source.offset(), (int) rest.length()));
        }
        return Optional.of(bytes.toByteArray());
    }

    /**
     * The end of a long sequence of bytes.
     *
     * @param length number of bytes
     * @param sha256 their SHA-256 in lower-case hexadecimal
     * @param generated how to make them again, where they come from a {@link Payload}
     */
    public record Omitted(long length, String sha256, Optional<Generated> generated) {}

    /**
     * A part of a {@link Payload}.
     *
     * @param seed the payload's seed
     * @param offset where the part begins in the payload, in bytes
     */
    public record Generated(long seed, long offset) {}
}
