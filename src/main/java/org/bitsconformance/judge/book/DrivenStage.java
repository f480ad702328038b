package org.bitsconformance.judge.book;

import java.util.Set;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;

/**
 * A packet in a state of its session.
 *
 * @param stage the state before the packet
 * @param packet the kind of packet
 * @param times how often it was driven
 * @param requirements ids of the requirements that were judged there
 */
public record DrivenStage(SessionStage stage, PacketType packet, int times, Set<String> requirements) {

    public DrivenStage {
        requirements = Set.copyOf(requirements);
    }
}
