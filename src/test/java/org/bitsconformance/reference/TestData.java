package org.bitsconformance.reference;

/** Bytes to upload. */
final class TestData {

    private TestData() {}

    /** Bytes that differ from their neighbours, so that a shift shows. */
    static Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return Bytes.of(bytes);
    }
}
