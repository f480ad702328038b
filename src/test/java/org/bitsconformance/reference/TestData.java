package org.bitsconformance.reference;

import org.bitsconformance.reference.http.Bytes;

/** Bytes to upload. */
public final class TestData {

    private TestData() {}

    /** Bytes that differ from their neighbours, so that a shift shows. */
    public static Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return Bytes.of(bytes);
    }
}
