package org.bitsconformance.transcript.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<List<String>, List<Integer>> places = new HashMap<>();
        for (CapturedPacket packet : packets) {
            List<Integer> same = places.computeIfAbsent(key(packet), words -> new ArrayList<>());
            Optional<Integer> copy = same.stream()
                    .filter(place -> kept.get(place).overlaps(packet))
                    .reduce((first, last) -> last);
            if (copy.isEmpty()) {
                same.add(kept.size());
                kept.add(packet);
            } else if (isFaster(packet, kept.get(copy.get()))) {
                kept.set(copy.get(), packet);
            }
        }
        return kept;
    }

    private static boolean isFaster(CapturedPacket packet, CapturedPacket copy) {
        return packet.times().whole().compareTo(copy.times().whole()) <= 0;
    }

    /**
     * What two copies of a packet have in common. Two Create-Sessions at the same time are two sessions, unless the same
     * answer came back for both.
     */
    private static List<String> key(CapturedPacket packet) {
        List<String> words = new ArrayList<>(List.of(packet.target()));
        for (String name : List.of(
                BitsHeaders.PACKET_TYPE,
                BitsHeaders.SESSION_ID,
                BitsHeaders.CONTENT_RANGE,
                BitsHeaders.CONTENT_LENGTH)) {
            words.add(packet.requestHeaders().first(name).orElse(""));
        }
        words.add(packet.answerHeaders().first(BitsHeaders.SESSION_ID).orElse(""));
        return words;
    }
}
