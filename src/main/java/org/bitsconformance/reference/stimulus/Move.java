package org.bitsconformance.reference.stimulus;

import java.util.Optional;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;

/** What happens to a packet at its moment. Each default is what happens to any other packet. */
interface Move {

    /** What of a body is read before the connection is cut. */
    enum Cut {
        /** All of it; the connection is not cut. */
        NOT,
        /** Half of it, and none of that is kept. */
        DROPPING_HALF,
        /** Half of it, and that is kept. */
        KEEPING_HALF
    }

    default Cut cut() {
        return Cut.NOT;
    }

    /** The packet that the server handles; may also change what the server has. */
    default ReceivedPacket before(Situation situation) {
        return situation.packet();
    }

    /** The answer that is sent instead of handling the packet. */
    default Optional<ServerAnswer> instead(Situation situation) {
        return Optional.empty();
    }

    /** The answer that is sent after the packet was handled. */
    default ServerAnswer after(Situation situation, ServerAnswer right) {
        return right;
    }

    /** Both, and this one first. Of two that change the packet, the second one counts. */
    default Move and(Move other) {
        Move first = this;
        return new Move() {
            @Override
            public ReceivedPacket before(Situation situation) {
                ReceivedPacket changed = first.before(situation);
                ReceivedPacket again = other.before(situation);
                return again.equals(situation.packet()) ? changed : again;
            }

            @Override
            public Optional<ServerAnswer> instead(Situation situation) {
                return first.instead(situation).or(() -> other.instead(situation));
            }

            @Override
            public ServerAnswer after(Situation situation, ServerAnswer right) {
                return other.after(situation, first.after(situation, right));
            }
        };
    }
}
