package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;

/**
 * A BITS packet on its way to an Ack.
 *
 * @param reading the document that the server follows
 * @param type the packet type; empty if it names none that a client sends
 * @param session the open session that the packet names, if it names one
 * @param range the range that the packet states, if it is well-formed
 * @param past what its path was sent before, in the letters of {@link Past}
 */
public record PacketInSession(
        DocumentReading reading,
        ReceivedPacket packet,
        Optional<PacketType> type,
        Optional<Session> session,
        Optional<FragmentRange> range,
        String past) {

    public boolean is(PacketType other) {
        return type.filter(other::equals).isPresent();
    }

    /** The session id that the packet names. */
    public Optional<String> sessionId() {
        return packet.headers().first(BitsHeaders.SESSION_ID).filter(id -> !id.isEmpty());
    }

    /** The same packet after its session has ended. */
    PacketInSession withoutSession() {
        return new PacketInSession(reading, packet, type, Optional.empty(), range, past);
    }
}
