package org.bitsconformance.protocol;

import java.util.Arrays;
import java.util.Optional;

/** The HRESULTs that MC-BUP 2.2.1.2 and Win32 bits-return-values list for answers of a BITS server. */
public enum Hresult {
    BG_E_SESSION_NOT_FOUND(0x8020001F),
    BG_E_TOO_LARGE(0x80200020),
    BG_E_SERVER_EXECUTE_ENABLED(0x80200023),
    E_ACCESSDENIED(0x80070005),
    E_INVALIDARG(0x80070057),
    ERROR_DISK_FULL(0x80070112);

    private final int value;

    Hresult(int value) {
        this.value = value;
    }

    /** The 32-bit value, as a signed int. */
    public int value() {
        return value;
    }

    /** Eight hexadecimal digits after {@code 0x}. */
    public String hex() {
        return "0x%08X".formatted(value);
    }

    /** The listed HRESULT with this value; empty if none is listed. */
    public static Optional<Hresult> of(int value) {
        return Arrays.stream(values()).filter(known -> known.value == value).findFirst();
    }

    @Override
    public String toString() {
        return hex() + " (" + name() + ")";
    }
}
