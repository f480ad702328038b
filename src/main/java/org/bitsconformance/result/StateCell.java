package org.bitsconformance.result;

import java.util.List;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;

/**
 * A cell of the state table: a packet in a state of its session.
 *
 * @param state the state before the packet
 * @param packet the kind of packet
 * @param driven how often it was driven in this run
 * @param requirements ids of the requirements that were judged there, in the order of the catalogue
 * @param reason why it was not driven; empty if it was
 */
public record StateCell(SessionStage state, PacketType packet, int driven, List<String> requirements, String reason) {

    public StateCell {
        requirements = List.copyOf(requirements);
        if (driven == 0 && reason.isBlank()) {
            throw new IllegalArgumentException("no reason why " + packet + " was not driven where " + state);
        }
    }
}
