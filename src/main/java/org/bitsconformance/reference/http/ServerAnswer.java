package org.bitsconformance.reference.http;

import org.bitsconformance.protocol.BitsHeaders;

/**
 * A response that is ready to send.
 *
 * @param headers the header section in order; includes {@code Content-Length} if that is sent
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

    /** A copy with this field in addition to any others with its name. */
    public ServerAnswer and(String name, String value) {
        return with(headers.and(name, value));
    }

    public ServerAnswer without(String name) {
        return with(headers.without(name));
    }

    /** A copy with this body and the matching Content-Length. */
    public ServerAnswer with(Bytes other) {
        HeaderFields framed = headers.with(BitsHeaders.CONTENT_LENGTH, String.valueOf(other.length()));
        return new ServerAnswer(status, framed, other, delivery);
    }

    public ServerAnswer by(Delivery other) {
        return new ServerAnswer(status, headers, body, other);
    }
}
