package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.reference.http.ServerAnswer;

/**
 * An answer to a BITS packet, with what led to it.
 *
 * @param refusal why the packet was refused; empty if it was accepted
 */
public record Ack(PacketInSession exchange, Optional<Refusal> refusal, ServerAnswer answer) {

    Ack with(ServerAnswer other) {
        return new Ack(exchange, refusal, other);
    }
}
