package org.bitsconformance.transcript.http;

/**
 * The content of an upload, made from a seed: the same seed and offset always give the same byte, so a record needs
 * only the seed. Neighbouring bytes, and the same offset of different seeds, look unrelated, so that lost, repeated,
 * moved or foreign bytes show.
 *
 * @param seed distinguishes uploads; if its two highest bits are 01, all bytes are printable ASCII
 * @param length in bytes
 */
public record Payload(long seed, long length) {

    private static final long ASCII = 1L << 62;
    private static final int LETTERS = 64;
    private static final int FIRST_LETTER = '0';

    /** Content that is only printable ASCII, from {@code 0} to {@code o}; {@code seed} is small and not negative. */
    public static Payload ascii(long seed, long length) {
        return new Payload(seed | ASCII, length);
    }

    /** The byte at an offset. */
    public byte at(long offset) {
        return shown((byte) (mix(seed * 0x9E3779B97F4A7C15L + (offset >>> 3)) >>> ((offset & 7) * 8)));
    }

    private byte shown(byte mixed) {
        return seed >>> 62 == 1 ? (byte) ((mixed & (LETTERS - 1)) + FIRST_LETTER) : mixed;
    }

    /** {@code count} bytes from {@code first} on. */
    public byte[] range(long first, int count) {
        byte[] bytes = new byte[count];
        long word = 0;
        for (int i = 0; i < count; i++) {
            long offset = first + i;
            if (i == 0 || (offset & 7) == 0) {
                word = mix(seed * 0x9E3779B97F4A7C15L + (offset >>> 3));
            }
            bytes[i] = shown((byte) (word >>> ((offset & 7) * 8)));
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
