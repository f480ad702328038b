package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bitsconformance.protocol.Identity;

/**
 * How a request was sent, as far as its bytes do not show it.
 *
 * @param identity whose credentials the request or its connection carries
 * @param proxied whether it went to an HTTP proxy, so that its request target is a whole URL (RFC 2616 5.1.2)
 * @param otherName whether it went to the target's own host under another name, such as its address; the driver looks
 *     up both names
 * @param lane which of a case's parallel uploads it belongs to, from 1; 0 if the case sends its packets one after the
 *     other
 */
public record SendContext(
        Identity identity,
        boolean proxied,
        boolean otherName,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int lane) {

    /** To the server itself, with the credentials of the run. */
    public static final SendContext USUAL = new SendContext(Identity.USER, false);

    /** To the name by which the target was given. */
    public SendContext(Identity identity, boolean proxied) {
        this(identity, proxied, false);
    }

    /** For cases that send their packets one after the other. */
    public SendContext(Identity identity, boolean proxied, boolean otherName) {
        this(identity, proxied, otherName, 0);
    }

    /** A copy for another lane. */
    public SendContext in(int other) {
        return new SendContext(identity, proxied, otherName, other);
    }

    /** A copy with other credentials. */
    public SendContext as(Identity other) {
        return new SendContext(other, proxied, otherName, lane);
    }
}
