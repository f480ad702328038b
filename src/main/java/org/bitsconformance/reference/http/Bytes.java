package org.bitsconformance.reference.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An immutable block of bytes. It shares the array that it was made from, so that large bodies are not copied. */
public final class Bytes {

    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** A view of an array that the caller must not change any more. */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All blocks, one after the other. */
    public static Bytes joined(List<Bytes> blocks) {
        byte[] whole = new byte
                [Math.toIntExact(blocks.stream().mapToLong(Bytes::length).sum())];
        int offset = 0;
        for (Bytes block : blocks) {
            System.arraycopy(block.array, 0, whole, offset, block.array.length);
            offset += block.array.length;
        }
        return new Bytes(whole);
    }

    public int length() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    /** The array itself, for writing it out; must not be changed. */
    public byte[] array() {
        return array;
    }

    /** The bytes from offset {@code first} (inclusive) to {@code end} (exclusive). */
    public Bytes slice(int first, int end) {
        return first == 0 && end == array.length ? this : new Bytes(Arrays.copyOfRange(array, first, end));
    }

    /** A copy that starts with the bytes of {@code other}. */
    public Bytes under(Bytes other) {
        return with(0, other);
    }

    /** A copy that has the bytes of {@code other} from offset {@code first} on, cut at the end of this block. */
    public Bytes with(int first, Bytes other) {
        byte[] changed = array.clone();
        int common = Math.min(other.array.length, changed.length - first);
        System.arraycopy(other.array, 0, changed, Math.min(first, changed.length), Math.max(0, common));
        return new Bytes(changed);
    }

    /** A copy with one bit of the byte at {@code offset} inverted. */
    public Bytes withFlippedBit(int offset) {
        byte[] changed = array.clone();
        changed[offset] ^= 1;
        return new Bytes(changed);
    }
}
