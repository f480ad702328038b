package org.bitsconformance.transcript.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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

    /** Eight bytes at a time, the lowest first. */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long IN_EACH_BYTE = 0x0101010101010101L;
    private static final long LETTERS_OF_WORD = (LETTERS - 1) * IN_EACH_BYTE;
    private static final long FIRST_LETTERS_OF_WORD = FIRST_LETTER * IN_EACH_BYTE;

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
        int done = 0;
        while (done < count && ((first + done) & 7) != 0) {
            bytes[done] = at(first + done);
            done++;
        }
        boolean ascii = seed >>> 62 == 1;
        for (long word = (first + done) >>> 3; done + Long.BYTES <= count; done += Long.BYTES, word++) {
            long mixed = mix(seed * 0x9E3779B97F4A7C15L + word);
            WORDS.set(bytes, done, ascii ? (mixed & LETTERS_OF_WORD) + FIRST_LETTERS_OF_WORD : mixed);
        }
        for (; done < count; done++) {
            bytes[done] = at(first + done);
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
