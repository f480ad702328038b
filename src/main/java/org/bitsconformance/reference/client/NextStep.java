package org.bitsconformance.reference.client;

import java.util.Optional;
import org.bitsconformance.protocol.PacketType;

/** What a client does next. */
public enum NextStep {
    PING(PacketType.PING),
    CREATE(PacketType.CREATE_SESSION),
    FRAGMENT(PacketType.FRAGMENT),
    CLOSE(PacketType.CLOSE_SESSION),
    CANCEL(PacketType.CANCEL_SESSION),
    /** Fetches the reply by GET. */
    DOWNLOAD(null),
    /** Ends, and says that the file has been uploaded. */
    SUCCEED(null),
    /** Ends, and says that it has not. */
    GIVE_UP(null);

    private final PacketType packet;

    NextStep(PacketType packet) {
        this.packet = packet;
    }

    /** The packet that it sends; empty for a download, and for the end. */
    Optional<PacketType> packet() {
        return Optional.ofNullable(packet);
    }

    /** Whether the client is done. */
    boolean isEnd() {
        return this == SUCCEED || this == GIVE_UP;
    }
}
