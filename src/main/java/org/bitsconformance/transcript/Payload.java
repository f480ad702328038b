package org.bitsconformance.transcript;

/**
 * The content of an upload, made from a seed: the same seed and offset always give the same byte, so a record needs only
 * the seed. Neighbouring bytes, and the same offset of different seeds, look unrelated, so that bytes which are lost,
 * doubled, moved or taken from another upload are noticed.
 *
 * @param seed tells uploads apart
 * @param length in bytes
 */
public record Payload(long seed, long length) {

    /** The byte at an offset. */
    public byte at(long offset) {
        return (byte) (mix(seed * 0x9E3779B97F4A7C15L + (offset >>> 3)) >>> ((offset & 7) * 8));
    }

    /** The bytes from {@code first} on, {@code count} of them. */
    public byte[] range(long first, int count) {
        byte[] bytes = new byte[count];
        long word = 0;
        for (int i = 0; i < count; i++) {
            long offset = first + i;
            if (i == 0 || (offset & 7) == 0) {
                word = mix(seed * 0x9E3779B97F4A7C15L + (offset >>> 3));
            }
            bytes[i] = (byte) (word >>> ((offset & 7) * 8));
        }
        return bytes;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
