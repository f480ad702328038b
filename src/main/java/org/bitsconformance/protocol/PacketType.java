package org.bitsconformance.protocol;

import java.util.List;
import java.util.Optional;

/** A type of BITS packet, by its value of {@code BITS-Packet-Type} (MC-BUP 2.2.1.2; Win32 bits-upload-protocol). */
public enum PacketType {
    PING("Ping"),
    CREATE_SESSION("Create-Session"),
    FRAGMENT("Fragment"),
    CLOSE_SESSION("Close-Session"),
    CANCEL_SESSION("Cancel-Session"),
    ACK("Ack");

    private static final List<PacketType> ALL = List.of(values());

    private final String headerValue;

    PacketType(String headerValue) {
        this.headerValue = headerValue;
    }

    /** The value in the mixed case that Windows sends; MC-BUP writes requests in upper case. */
    public String headerValue() {
        return headerValue;
    }

    /** The packet type that a header value names, in any case; empty for an unknown one. */
    public static Optional<PacketType> named(String headerValue) {
        for (PacketType type : ALL) {
            if (type.headerValue.equalsIgnoreCase(headerValue)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return headerValue;
    }
}
