package org.bitsconformance.transcript.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * Finds packets that a capture has twice because it was taken on both sides of a proxy: the same packet at overlapping
 * times. A client repeats a packet only after the first one has ended.
 */
final class TwoHops {

    private TwoHops() {}

    /** The packets, each once: of two copies, the faster one, which is nearer to the server. */
    static List<CapturedPacket> once(List<CapturedPacket> packets) {
        List<CapturedPacket> kept = new ArrayList<>();
        for (CapturedPacket packet : packets) {
            Optional<CapturedPacket> copy = kept.stream()
                    .filter(earlier -> isSame(earlier, packet) && earlier.overlaps(packet))
                    .reduce((first, last) -> last);
            if (copy.isEmpty()) {
                kept.add(packet);
            } else if (packet.times().whole().compareTo(copy.get().times().whole()) <= 0) {
                kept.set(kept.indexOf(copy.get()), packet);
            }
        }
        return kept;
    }

    private static boolean isSame(CapturedPacket one, CapturedPacket other) {
        return one.target().equals(other.target())
                && List.of(
                                BitsHeaders.PACKET_TYPE,
                                BitsHeaders.SESSION_ID,
                                BitsHeaders.CONTENT_RANGE,
                                BitsHeaders.CONTENT_LENGTH)
                        .stream()
                        .allMatch(name -> one.requestHeaders()
                                .first(name)
                                .equals(other.requestHeaders().first(name)))
                && sameSession(one, other);
    }

    /** Two Create-Sessions at the same time are two sessions, unless the same answer came back for both. */
    private static boolean sameSession(CapturedPacket one, CapturedPacket other) {
        return one.answerHeaders()
                .first(BitsHeaders.SESSION_ID)
                .equals(other.answerHeaders().first(BitsHeaders.SESSION_ID));
    }
}
