package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
 * @param rewritten what a proxy of the suite changed between client and server; the bytes of the exchange are those of
 *     the server's side
 */
public record SendContext(
        Identity identity,
        boolean proxied,
        boolean otherName,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int lane,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Rewritten> rewritten) {

    /** To the server itself, with the credentials of the run. */
    public static final SendContext USUAL = new SendContext(Identity.USER, false);

    /**
     * A value that a proxy changed because it names the server or the proxy.
     *
     * @param field name of the header field, or {@link #TARGET}
     * @param client the value on the client's side
     * @param server the value on the server's side
     */
    public record Rewritten(String field, String client, String server) {

        /** Stands for the request target. */
        public static final String TARGET = "request target";

        /** Whether it is a value of a request; others are of an answer. */
        public boolean ofRequest() {
            return field.equals("Host") || field.equals(TARGET);
        }
    }

    /** Records of older versions, and of runs, have nothing rewritten. */
    public SendContext {
        rewritten = rewritten == null ? List.of() : List.copyOf(rewritten);
    }

    /** Without a proxy of the suite on the way. */
    public SendContext(Identity identity, boolean proxied, boolean otherName, int lane) {
        this(identity, proxied, otherName, lane, List.of());
    }

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
        return new SendContext(identity, proxied, otherName, other, rewritten);
    }

    /** A copy with other credentials. */
    public SendContext as(Identity other) {
        return new SendContext(other, proxied, otherName, lane, rewritten);
    }

    /** A copy of what passed a proxy that changed these values. */
    public SendContext with(List<Rewritten> changed) {
        return new SendContext(identity, proxied, otherName, lane, changed);
    }
}
