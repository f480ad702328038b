package org.bitsconformance.reference.http;

import org.bitsconformance.protocol.BitsHeaders;

/**
 * A response, ready to be sent.
 *
 * @param headers the header section in order; {@code Content-Length} is among them where it is to be sent
 */
public record ServerAnswer(StatusCode status, HeaderFields headers, Bytes body, Delivery delivery) {

    /** An answer without headers of its own, framed by a Content-Length of zero. */
    public static ServerAnswer empty(StatusCode status) {
        return new ServerAnswer(
                status, HeaderFields.NONE.with(BitsHeaders.CONTENT_LENGTH, "0"), Bytes.NONE, Delivery.NORMAL);
    }

    public ServerAnswer with(StatusCode other) {
        return new ServerAnswer(other, headers, body, delivery);
    }

    public ServerAnswer with(HeaderFields others) {
        return new ServerAnswer(status, others, body, delivery);
    }

    public ServerAnswer with(String name, String value) {
        return with(headers.with(name, value));
    }

    /** With that field in addition to any other of its name. */
    public ServerAnswer and(String name, String value) {
        return with(headers.and(name, value));
    }

    public ServerAnswer without(String name) {
        return with(headers.without(name));
    }

    /** With that body, and the Content-Length that goes with it. */
    public ServerAnswer with(Bytes other) {
        HeaderFields framed = headers.with(BitsHeaders.CONTENT_LENGTH, String.valueOf(other.length()));
        return new ServerAnswer(status, framed, other, delivery);
    }

    public ServerAnswer by(Delivery other) {
        return new ServerAnswer(status, headers, body, other);
    }
}
