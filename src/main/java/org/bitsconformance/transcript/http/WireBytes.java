package org.bitsconformance.transcript.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bytes of one direction of an exchange as they crossed the socket. The request or answer in them is parsed once, when
 * first asked for, and kept.
 */
public final class WireBytes {

    /** No bytes. */
    public static final WireBytes NONE = new WireBytes("", Optional.empty());

    private final String text;
    private final Optional<Omitted> omitted;

    /** A race is harmless: every thread parses the same. */
    private volatile Reading reading;

    private volatile Request request;

    private volatile Boolean wellFormedRequest;

    /**
     * @param text the bytes that are kept, from the first on, each as the character of the same number (ISO 8859-1)
     * @param omitted what followed and is not kept; empty if {@code text} is everything
     */
    @JsonCreator
    public WireBytes(@JsonProperty("text") String text, @JsonProperty("omitted") Optional<Omitted> omitted) {
        this.text = text;
        this.omitted = omitted;
    }

    /** Bytes that are all kept. */
    public static WireBytes of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Bytes that are all kept, written as ISO 8859-1 text. */
    public static WireBytes of(String text) {
        return new WireBytes(text, Optional.empty());
    }

    /** The bytes that are kept, from the first on, as ISO 8859-1. */
    @JsonProperty
    public String text() {
        return text;
    }

    /** What followed and is not kept; empty if {@link #text} is everything. */
    @JsonProperty
    public Optional<Omitted> omitted() {
        return omitted;
    }

    /**
     * The answer in these bytes, as far as it came.
     *
     * @param method of the request, since an answer to HEAD has no body
     * @param ended whether nothing more will come because the connection ended
     * @return empty if its header is incomplete, or this is not HTTP
     */
    public Optional<Answer> answer(String method, boolean ended) {
        boolean bodiless = method.equals("HEAD");
        Reading last = reading;
        if (last == null || !last.isOf(bodiless, ended)) {
            last = new Reading(bodiless, ended, AnswerParser.parse(text, method, ended));
            reading = last;
        }
        return last.answer();
    }

    /** The request in these bytes, as far as it was sent. */
    Request request() {
        Request last = request;
        if (last == null) {
            last = Request.read(this);
            request = last;
        }
        return last;
    }

    /** {@link Request#wellFormed}, found out once. */
    boolean wellFormedRequest() {
        Boolean last = wellFormedRequest;
        if (last == null) {
            last = Request.readWellFormed(this);
            wellFormedRequest = last;
        }
        return last;
    }

    /** How many bytes crossed the socket. */
    public long length() {
        return text.length() + omitted.map(Omitted::length).orElse(0L);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return length() == 0;
    }

    /** All the bytes; empty if some are neither kept nor can be generated again. */
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

    @Override
    public boolean equals(Object other) {
        return other instanceof WireBytes bytes && text.equals(bytes.text) && omitted.equals(bytes.omitted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, omitted);
    }

    @Override
    public String toString() {
        return text + omitted.map(rest -> " and " + rest).orElse("");
    }

    /** A parsed answer. Whether the connection has ended matters only if that alone shows the end of the answer. */
    private record Reading(boolean bodiless, boolean ended, Optional<Answer> answer) {

        boolean isOf(boolean withoutBody, boolean connectionEnded) {
            boolean endMatters = answer.filter(seen -> seen.framing() == Answer.Framing.UNTIL_CLOSE)
                    .isPresent();
            return bodiless == withoutBody && (ended == connectionEnded || !endMatters);
        }
    }

    /**
     * The end of a long sequence of bytes.
     *
     * @param length number of bytes
     * @param sha256 their SHA-256 in lower-case hexadecimal
     * @param generated how to generate them again, if they come from a {@link Payload}
     * @param content number of bytes of the whole body without chunked coding; empty if the body is not coded
     */
    public record Omitted(
            long length,
            String sha256,
            Optional<Generated> generated,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalLong content) {

        /** Records of older versions say nothing of coded bodies. */
        public Omitted {
            content = content == null ? OptionalLong.empty() : content;
        }

        /** The end of something that is not coded. */
        public Omitted(long length, String sha256, Optional<Generated> generated) {
            this(length, sha256, generated, OptionalLong.empty());
        }
    }

    /**
     * A part of a {@link Payload}.
     *
     * @param seed the payload's seed
     * @param offset where the part begins in the payload, in bytes
     */
    public record Generated(long seed, long offset) {}
}
