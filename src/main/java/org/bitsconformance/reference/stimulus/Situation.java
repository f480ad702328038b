package org.bitsconformance.reference.stimulus;

import java.util.Optional;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.server.PacketInSession;
import org.bitsconformance.reference.server.Session;

/**
 * A packet of an upload whose client is to be confronted with something.
 *
 * @param firstRange the range of the first Fragment of the upload, this one if it is the first; empty before it
 * @param parts what the server has
 */
record Situation(PacketInSession exchange, Optional<FragmentRange> firstRange, ConfrontingParts parts) {

    ReceivedPacket packet() {
        return exchange.packet();
    }

    /** The range of a Fragment; only where a moment found one. */
    FragmentRange range() {
        return exchange.range().orElseThrow();
    }

    /** The open session of a packet; only where a moment found one. */
    Session session() {
        return exchange.session().orElseThrow();
    }
}
