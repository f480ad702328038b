package org.bitsconformance.judge.history;

import java.util.Optional;
import org.bitsconformance.transcript.Exchange;

/**
 * What happened on the wire around a packet.
 *
 * @param leftOpen why its answer is open, as a clause; empty if it is not
 * @param body what happened to its body
 * @param excess number of bytes after the end of the answer, with it or before the next request
 * @param pingAfter the Ping on a new connection that was answered after this packet was not; empty if there was none
 * @param challenged whether the answer asks for credentials and another attempt followed
 */
record Surroundings(
        Optional<String> leftOpen, RefusedBody body, int excess, Optional<Exchange> pingAfter, boolean challenged) {

    /** The surroundings while nothing is known yet about what follows. */
    static Surroundings before(Optional<String> leftOpen) {
        return new Surroundings(leftOpen, RefusedBody.NOT_SEEN, 0, Optional.empty(), false);
    }
}
