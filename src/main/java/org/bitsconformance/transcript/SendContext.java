package org.bitsconformance.transcript;

import org.bitsconformance.protocol.Identity;

/**
 * What the bytes of a request do not show of how it was sent.
 *
 * @param identity whose credentials it goes out with, on this request or on the connection
 * @param proxied whether it was handed to an HTTP proxy, so that its target is a whole URL (RFC 2616 5.1.2)
 * @param otherName whether it went to the target's own host under another name, such as its address, as driving found by
 *     looking both names up
 */
public record SendContext(Identity identity, boolean proxied, boolean otherName) {

    /** To the server itself, with the credentials that the run was given. */
    public static final SendContext USUAL = new SendContext(Identity.USER, false);

    /** Under the name that the target was given by. */
    public SendContext(Identity identity, boolean proxied) {
        this(identity, proxied, false);
    }

    /** The same way with other credentials. */
    public SendContext as(Identity other) {
        return new SendContext(other, proxied, otherName);
    }
}
