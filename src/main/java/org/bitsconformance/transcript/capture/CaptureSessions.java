package org.bitsconformance.transcript.capture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;

/** Identifies the sessions of a capture: a Create-Session begins one, and its id leads back to it. */
final class CaptureSessions {

    private final Map<String, Integer> handles = new HashMap<>();
    private final Map<String, Integer> lastAt = new HashMap<>();
    private int last;

    /**
     * The handle of the session that a packet belongs to, 0 for none. An id that no answer gave belongs to the last
     * Create-Session for its URL. Empty if there is none, because the session began before the capture.
     */
    Optional<Integer> of(CapturedPacket packet) {
        if (packet.type().filter(PacketType.CREATE_SESSION::equals).isPresent()) {
            last++;
            int handle = last;
            packet.answerHeaders().first(BitsHeaders.SESSION_ID).ifPresent(id -> handles.put(id, handle));
            lastAt.put(packet.target(), handle);
            return Optional.of(handle);
        }
        Optional<String> id = packet.requestHeaders().first(BitsHeaders.SESSION_ID);
        return id.isEmpty()
                ? Optional.of(0)
                : id.map(handles::get).or(() -> Optional.ofNullable(lastAt.get(packet.target())));
    }
}
