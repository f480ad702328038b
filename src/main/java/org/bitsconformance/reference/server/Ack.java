package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.reference.http.Answer;

/**
 * An answer to a BITS packet, with what led to it.
 *
 * @param refusal why the packet was refused; empty if it was accepted
 */
public record Ack(Exchange exchange, Optional<Refusal> refusal, Answer answer) {

    Ack with(Answer other) {
        return new Ack(exchange, refusal, other);
    }
}
