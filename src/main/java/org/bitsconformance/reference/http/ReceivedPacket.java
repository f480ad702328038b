package org.bitsconformance.reference.http;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * A request as it came over the wire.
 *
 * @param verb the HTTP method
 * @param path the path of the target without its query, as sent; uploads are stored under it
 * @param query the query of the target, as it was sent; empty if there is none
 * @param headers the header section in order
 * @param body the body without its transfer coding
 * @param connection a number that identifies its connection among the open ones
 */
public record ReceivedPacket(
        String verb, String path, Optional<String> query, HeaderFields headers, Bytes body, int connection) {

    public ReceivedPacket with(HeaderFields others) {
        return new ReceivedPacket(verb, path, query, others, body, connection);
    }

    /** A copy that came over another connection. */
    public ReceivedPacket over(int other) {
        return new ReceivedPacket(verb, path, query, headers, body, other);
    }

    /** The host that it names, or the loopback address. */
    public String host() {
        return headers.first("Host").orElse("127.0.0.1");
    }

    /** Whether this is a BITS packet: by its verb, or a POST that overrides its method. */
    public boolean isBitsPost() {
        return verb.equals(BitsHeaders.VERB)
                || (verb.equals("POST")
                        && headers.first(BitsHeaders.METHOD_OVERRIDE)
                                .filter(BitsHeaders.VERB::equals)
                                .isPresent());
    }
}
