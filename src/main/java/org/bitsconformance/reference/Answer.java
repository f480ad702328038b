package org.bitsconformance.reference;

import org.bitsconformance.protocol.BitsHeaders;

/**
 * A response, ready to be sent.
 *
 * @param headers the header section in order; {@code Content-Length} is among them where it is to be sent
 */
record Answer(Status status, Headers headers, Bytes body, Delivery delivery) {

    /** An answer without headers of its own, framed by a Content-Length of zero. */
    static Answer empty(Status status) {
        return new Answer(status, Headers.NONE.with(BitsHeaders.CONTENT_LENGTH, "0"), Bytes.NONE, Delivery.NORMAL);
    }

    Answer with(Status other) {
        return new Answer(other, headers, body, delivery);
    }

    Answer with(Headers others) {
        return new Answer(status, others, body, delivery);
    }

    Answer with(String name, String value) {
        return with(headers.with(name, value));
    }

    /** With that field beside any other of its name. */
    Answer and(String name, String value) {
        return with(headers.and(name, value));
    }

    Answer without(String name) {
        return with(headers.without(name));
    }

    /** With that body, and the Content-Length that goes with it. */
    Answer with(Bytes other) {
        Headers framed = headers.with(BitsHeaders.CONTENT_LENGTH, String.valueOf(other.length()));
        return new Answer(status, framed, other, delivery);
    }

    Answer by(Delivery other) {
        return new Answer(status, headers, body, other);
    }
}
