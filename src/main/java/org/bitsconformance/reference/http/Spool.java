package org.bitsconformance.reference.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stores a body while it arrives: in memory while it is short, then in a temporary file. {@link #close} deletes the
 * file, and {@link #bytes} with it.
 */
public final class Spool implements AutoCloseable {

    /** The largest body that is held in memory, in bytes. */
    private static final long LARGEST_IN_MEMORY = RequestReader.LARGEST_BODY;

    /** The largest body of all: a block of bytes cannot be longer. */
    private static final long LARGEST = Integer.MAX_VALUE - 8;

    private static final long SHORT = 1 << 20;

    private final long inMemory;
    private final long most;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream out;
    private long size;

    private Spool(long inMemory, long most) {
        this.inMemory = inMemory;
        this.most = most;
    }

    /** Stores everything in memory. */
    public static Spool inMemory() {
        return new Spool(LARGEST_IN_MEMORY, LARGEST_IN_MEMORY);
    }

    /** Stores short bodies in memory and others in a file. */
    public static Spool ofAnySize() {
        return new Spool(SHORT, LARGEST);
    }

    /** Whether this many more bytes are too many. */
    boolean overflowsWith(long more) {
        return more > most - size;
    }

    /** The maximum number of bytes. */
    long most() {
        return most;
    }

    /** Adds the first bytes of a buffer. */
    void take(byte[] buffer, int count) throws IOException {
        if (out == null && size + count > inMemory) {
            file = Files.createTempFile("bits-body-", ".part");
            out = Files.newOutputStream(file);
            memory.writeTo(out);
            memory.reset();
        }
        if (out == null) {
            memory.write(buffer, 0, count);
        } else {
            out.write(buffer, 0, count);
        }
        size += count;
    }

    /** The stored bytes. */
    Bytes bytes() {
        return file == null ? Bytes.of(memory.toByteArray()) : Bytes.of(file, (int) size);
    }

    @Override
    public void close() {
        if (out == null) {
            return;
        }
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What cannot be deleted stays in the system's temporary folder.
        }
    }
}
