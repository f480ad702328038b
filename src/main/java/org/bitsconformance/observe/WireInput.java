package org.bitsconformance.observe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes that arrive on one side of the proxy, in a buffer of fixed size. */
final class WireInput {

    private static final int SIZE = 16 << 10;
    private static final long NEVER = Long.MAX_VALUE;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private volatile long waitingSince = NEVER;
    private int from;
    private int to;

    WireInput(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for bytes if none are there, after it has sent on what was written to the other side.
     *
     * @return false if nothing more will come
     */
    boolean fill(OutputStream other) throws IOException {
        if (from == to) {
            other.flush();
            from = 0;
            waitingSince = System.nanoTime();
            try {
                to = Math.max(0, in.read(buffer, 0, SIZE));
            } finally {
                waitingSince = NEVER;
            }
        }
        return from < to;
    }

    /** Whether it has been waiting for bytes for longer than this. */
    boolean waits(long micros) {
        long since = waitingSince;
        return since != NEVER && System.nanoTime() - since > micros * 1_000;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where in the buffer the bytes begin that nobody has taken. */
    int from() {
        return from;
    }

    /** How many bytes are there. */
    int length() {
        return to - from;
    }

    void taken(int count) {
        from += count;
    }
}
