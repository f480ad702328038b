package org.bitsconformance.reference.http;

import org.bitsconformance.protocol.BitsHeaders;

/**
 * A response, ready to be sent.
 *
 * @param headers the header section in order; {@code Content-Length} is among them where it is to be sent
 */
public record Answer(Status status, Headers headers, Bytes body, Delivery delivery) {

    /** An answer without headers of its own, framed by a Content-Length of zero. */
    public static Answer empty(Status status) {
        return new Answer(status, Headers.NONE.with(BitsHeaders.CONTENT_LENGTH, "0"), Bytes.NONE, Delivery.NORMAL);
    }

    public Answer with(Status other) {
        return new Answer(other, headers, body, delivery);
    }

    public Answer with(Headers others) {
        return new Answer(status, others, body, delivery);
    }

    public Answer with(String name, String value) {
        return with(headers.with(name, value));
    }

    /** With that field beside any other of its name. */
    public Answer and(String name, String value) {
        return with(headers.and(name, value));
    }

    public Answer without(String name) {
        return with(headers.without(name));
    }

    /** With that body, and the Content-Length that goes with it. */
    public Answer with(Bytes other) {
        Headers framed = headers.with(BitsHeaders.CONTENT_LENGTH, String.valueOf(other.length()));
        return new Answer(status, framed, other, delivery);
    }

    public Answer by(Delivery other) {
        return new Answer(status, headers, body, other);
    }
}
