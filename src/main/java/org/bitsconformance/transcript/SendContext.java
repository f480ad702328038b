package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bitsconformance.protocol.Identity;

/**
 * What the bytes of a request do not show of how it was sent.
 *
 * @param identity whose credentials it goes out with, on this request or on the connection
 * @param proxied whether it was handed to an HTTP proxy, so that its target is a whole URL (RFC 2616 5.1.2)
 * @param otherName whether it went to the target's own host under another name, such as its address, as driving found by
 *     looking both names up
 * @param lane which of the uploads of a case that are driven at the same time it belongs to, from 1; 0 where the packets of
 *     a case follow each other
 */
public record SendContext(
        Identity identity,
        boolean proxied,
        boolean otherName,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int lane) {

    /** To the server itself, with the credentials that the run was given. */
    public static final SendContext USUAL = new SendContext(Identity.USER, false);

    /** Under the name that the target was given by. */
    public SendContext(Identity identity, boolean proxied) {
        this(identity, proxied, false);
    }

    /** Where the packets of a case follow each other. */
    public SendContext(Identity identity, boolean proxied, boolean otherName) {
        this(identity, proxied, otherName, 0);
    }

    /** The same way in another lane. */
    public SendContext in(int other) {
        return new SendContext(identity, proxied, otherName, other);
    }

    /** The same way with other credentials. */
    public SendContext as(Identity other) {
        return new SendContext(other, proxied, otherName, lane);
    }
}
