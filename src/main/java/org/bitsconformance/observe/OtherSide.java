package org.bitsconformance.observe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What is written to one side of the proxy; tells its failures from those of the side that is read. */
final class OtherSide extends OutputStream {

    private static final int SIZE = 16 << 10;
    private static final long NEVER = Long.MAX_VALUE;

    private final OutputStream out;
    private final Tally tally;
    private volatile long waitingSince = NEVER;

    /** The side that is written to has gone, or takes nothing more. */
    static final class Gone extends IOException {

        private static final long serialVersionUID = 1;

        private Gone(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    OtherSide(Socket socket, Tally tally) throws IOException {
        this.out = new BufferedOutputStream(socket.getOutputStream(), SIZE);
        this.tally = tally;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        waitingSince = System.nanoTime();
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new Gone(e);
        } finally {
            waitingSince = NEVER;
        }
        tally.passed();
    }

    /** Writes ISO 8859-1 text. */
    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void flush() throws IOException {
        waitingSince = System.nanoTime();
        try {
            out.flush();
        } catch (IOException e) {
            throw new Gone(e);
        } finally {
            waitingSince = NEVER;
        }
    }

    /** Whether a write has been waiting for longer than this. */
    boolean stalls(long micros) {
        long since = waitingSince;
        return since != NEVER && System.nanoTime() - since > micros * 1_000;
    }
}
