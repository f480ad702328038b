package org.bitsconformance.transcript.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more bytes have been read than allowed. */
final class BoundedInput extends FilterInputStream {

    private final long most;
    private long read;

    BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        read += Math.max(0, count);
        if (read > most) {
            throw new IOException("is larger than " + (most >> 20) + " MiB when it is unpacked");
        }
        return count;
    }
}
