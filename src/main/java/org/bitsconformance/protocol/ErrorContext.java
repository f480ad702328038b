package org.bitsconformance.protocol;

import java.util.Arrays;
import java.util.Optional;

/** Where an error arose, as {@code BITS-Error-Context} says it (MC-BUP 2.2.1.2; Win32 ack-for-ping). */
public enum ErrorContext {
    /** The server itself, while it processed the packet. */
    SERVER(0x5),

    /** The server application that the upload was handed to. */
    REMOTE_APPLICATION(0x7);

    private final int value;

    ErrorContext(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /** The documented context of a value; empty for one that is not documented. */
    public static Optional<ErrorContext> of(int value) {
        return Arrays.stream(values()).filter(known -> known.value == value).findFirst();
    }

    /** Hexadecimal with {@code 0x} in front and no leading zero. */
    public String hex() {
        return "0x" + Integer.toHexString(value);
    }
}
