package org.bitsconformance.reference.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * An immutable block of bytes. It shares the array that it was made from, so that large bodies are not copied. A very
 * large block is a part of a file, and is read on demand.
 */
public final class Bytes {

    public static final Bytes NONE = new Bytes(new byte[0]);

    private static final int PIECE = 64 << 10;

    /** Null if they are in a file. */
    private final byte[] array;

    /** Null if they are in memory. */
    private final Path file;

    private final int first;
    private final int length;

    private Bytes(byte[] array) {
        this.array = array;
        this.file = null;
        this.first = 0;
        this.length = array.length;
    }

    private Bytes(Path file, int first, int length) {
        this.array = null;
        this.file = file;
        this.first = first;
        this.length = length;
    }

    /** A view of an array that the caller must not change any more. */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first bytes of a file, which the caller must not change while they are in use. */
    static Bytes of(Path file, int length) {
        return new Bytes(file, 0, length);
    }

    /** All blocks, one after the other. */
    public static Bytes joined(List<Bytes> blocks) {
        byte[] whole = new byte
                [Math.toIntExact(blocks.stream().mapToLong(Bytes::length).sum())];
        int offset = 0;
        for (Bytes block : blocks) {
            System.arraycopy(block.array(), 0, whole, offset, block.length);
            offset += block.length;
        }
        return new Bytes(whole);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The array itself, for writing it out; must not be changed. */
    public byte[] array() {
        if (file == null) {
            return array;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(first);
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the bytes to a digest; those in a file piece by piece. */
    public void addTo(MessageDigest digest) {
        if (file == null) {
            digest.update(array);
            return;
        }
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(first);
            for (int missing = length; missing > 0; ) {
                int count = in.readNBytes(piece, 0, Math.min(PIECE, missing));
                digest.update(piece, 0, count);
                missing = count == 0 ? 0 : missing - count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes from offset {@code from} (inclusive) to {@code end} (exclusive). */
    public Bytes slice(int from, int end) {
        if (file != null) {
            return new Bytes(file, first + from, end - from);
        }
        return from == 0 && end == array.length ? this : new Bytes(Arrays.copyOfRange(array, from, end));
    }

    /** A copy that starts with the bytes of {@code other}. */
    public Bytes under(Bytes other) {
        return with(0, other);
    }

    /** A copy that has the bytes of {@code other} from offset {@code from} on, cut at the end of this block. */
    public Bytes with(int from, Bytes other) {
        byte[] changed = array().clone();
        int common = Math.min(other.length, changed.length - from);
        System.arraycopy(other.array(), 0, changed, Math.min(from, changed.length), Math.max(0, common));
        return new Bytes(changed);
    }

    /** A copy with one bit of the byte at {@code offset} inverted. */
    public Bytes withFlippedBit(int offset) {
        byte[] changed = array().clone();
        changed[offset] ^= 1;
        return new Bytes(changed);
    }
}
