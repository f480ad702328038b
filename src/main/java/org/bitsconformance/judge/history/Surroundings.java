package org.bitsconformance.judge.history;

import java.util.Optional;
import org.bitsconformance.transcript.Exchange;

/**
 * What happened on the wire around a packet.
 *
 * @param leftOpen why it is open what it was answered, as a clause; empty if it is not
 * @param body what happened to its body
 * @param excess number of bytes that came after the end of the answer, with it or before the next request
 * @param pingAfter the Ping on a new connection that was answered where this packet was not; empty if none was
 * @param challenged whether the answer asks for credentials and a further attempt followed
 */
record Surroundings(
        Optional<String> leftOpen, RefusedBody body, int excess, Optional<Exchange> pingAfter, boolean challenged) {

    /** Nothing is known about what follows. */
    static Surroundings before(Optional<String> leftOpen) {
        return new Surroundings(leftOpen, RefusedBody.NOT_SEEN, 0, Optional.empty(), false);
    }
}
