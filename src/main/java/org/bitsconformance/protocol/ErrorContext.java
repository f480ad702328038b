package org.bitsconformance.protocol;

import java.util.Arrays;
import java.util.Optional;

/** Where an error arose, according to {@code BITS-Error-Context} (MC-BUP 2.2.1.2; Win32 ack-for-ping). */
public enum ErrorContext {
    /** In the server itself, while it processed the packet. */
    SERVER(0x5),

    /** In the server application that the upload was passed to. */
    REMOTE_APPLICATION(0x7);

    private final int value;

    ErrorContext(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /** The documented context with this value; empty for any other value. */
    public static Optional<ErrorContext> of(int value) {
        return Arrays.stream(values()).filter(known -> known.value == value).findFirst();
    }

    /** Hexadecimal with {@code 0x} and no leading zero. */
    public String hex() {
        return "0x" + Integer.toHexString(value);
    }
}
