package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.bitsconformance.transcript.ConnectionEnded.By;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * A connected socket, plain or TLS, that shows its {@link Tap} every byte it carries. When a client library closes it,
 * the connection stays open: the suite still reads the rest of an answer that the library did not understand, and ends
 * the connection with {@link #end}.
 */
public final class TappedSocket extends CarriedSocket {

    private static final int LARGEST_PIECE = 64 << 10;

    private final String id;
    private final Socket plain;
    private final Socket carrier;
    private final Tap tap;
    private final Connector connector;
    private final InputStream in = new In();
    private final OutputStream out = new Out();
    private volatile boolean released;
    private volatile boolean ended;
    private boolean refused;

    /**
     * Taps a connection.
     *
     * @param plain the TCP connection
     * @param carrier {@code plain} itself, or TLS over it
     */
    TappedSocket(String id, Socket plain, Socket carrier, Tap tap, Connector connector) {
        super(carrier);
        this.id = id;
        this.plain = plain;
        this.carrier = carrier;
        this.tap = tap;
        this.connector = connector;
    }

    String id() {
        return id;
    }

    Tap tap() {
        return tap;
    }

    /** The underlying socket, for content too long to keep. */
    Socket untapped() {
        return carrier;
    }

    /**
     * What the server has sent since the last answer. Afterwards the tap knows whether the server has ended the
     * connection: servers do that unannounced (RFC 2616 8.1.4), right after the answer.
     *
     * @param patienceMillis how long to wait for either, in milliseconds, from 1
     */
    byte[] takeUnasked(int patienceMillis) throws IOException {
        InputStream stream = carrier.getInputStream();
        int first;
        carrier.setSoTimeout(patienceMillis);
        try {
            first = stream.read();
        } catch (SocketTimeoutException e) {
            carrier.setSoTimeout(0);
            return new byte[0];
        } catch (IOException e) {
            tap.ended(Ending.RESET);
            return new byte[0];
        }
        if (first < 0) {
            tap.ended(Ending.CLOSED);
            return new byte[0];
        }
        byte[] more = stream.readNBytes(Math.min(stream.available(), Tap.LONGEST_ANSWER));
        byte[] all = new byte[more.length + 1];
        all[0] = (byte) first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    /** Whether the server stopped reading a request before its end. */
    boolean refused() {
        return refused;
    }

    /** Ends the connection at once, whoever reads or writes; may be called from any thread. */
    public void cut() {
        try {
            plain.close();
        } catch (IOException e) {
            // The connection is given up either way.
        }
    }

    @Override
    public synchronized void close() {
        released = true;
    }

    /** Tells the server that nothing more follows; its answer can still be read. */
    void endSending() throws IOException {
        carrier.shutdownOutput();
    }

    /** Ends the connection with a reset, and records that it ended. */
    void reset(String how) {
        try {
            plain.setSoLinger(true, 0);
        } catch (SocketException e) {
            // The server has already ended the connection.
        }
        cut();
        end(how);
    }

    /** Ends the connection and records that it ended; may be called from any thread. */
    void end() {
        end("no longer needed");
    }

    /**
     * Ends the connection and records that it ended; may be called from any thread.
     *
     * @param reason why, if nothing has failed
     */
    synchronized void end(String reason) {
        if (!ended) {
            ended = true;
            boolean byServer = tap.failure()
                    .filter(how -> how == Ending.CLOSED || how == Ending.RESET)
                    .isPresent();
            String how = tap.failure().map(this::describe).orElse(reason);
            try {
                carrier.close();
            } catch (IOException e) {
                // The connection is given up either way.
            }
            connector.ended(id, plain, byServer ? By.SERVER : By.SUITE, how);
        }
    }

    private String describe(Ending ending) {
        return switch (ending) {
            case CLOSED -> "closed";
            case RESET -> "reset";
            case TIMED_OUT -> "the time limit for the answer passed";
            case SENDING_STALLED -> "the server stopped reading the request";
            case TOO_LONG -> "the answer was too long";
            case NOT_HTTP -> "the answer was not HTTP";
            case CUT_OFF -> connector.interruption().hasCome() ? Interruption.SAID : "waited for only briefly";
            case ANSWERED, NOT_CONNECTED -> "no longer needed";
        };
    }

    private final class In extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            tap.awaiting();
            if (tap.failure().filter(how -> how == Ending.SENDING_STALLED).isPresent()
                    && plain.getInputStream().available() == 0) {
                throw new SocketException("the server has stopped reading and has not answered");
            }
            int count;
            try {
                count = carrier.getInputStream().read(bytes, offset, length);
            } catch (IOException e) {
                tap.ended(Ending.RESET);
                throw e;
            }
            if (count < 0) {
                tap.ended(Ending.CLOSED);
            } else {
                tap.received(bytes, offset, count);
            }
            return count;
        }

        @Override
        public int available() throws IOException {
            return carrier.getInputStream().available();
        }
    }

    /** A server may answer and close before it has read the whole request; the answer can still be read. */
    private final class Out extends OutputStream {

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int done = 0;
            while (done < length && !refused) {
                int piece = Math.min(LARGEST_PIECE, length - done);
                tap.sending();
                try {
                    carrier.getOutputStream().write(bytes, offset + done, piece);
                    carrier.getOutputStream().flush();
                    tap.sent(bytes, offset + done, piece);
                } catch (IOException e) {
                    refused = true;
                }
                done += piece;
            }
        }
    }

    @Override
    public boolean isClosed() {
        return released || ended || carrier.isClosed();
    }

    /** Ignored: a limit for each read never ends an answer that drips; the {@link Tap} keeps the time. */
    @Override
    public synchronized void setSoTimeout(int timeout) {}

    @Override
    public synchronized int getSoTimeout() {
        return 0;
    }

    @Override
    public void shutdownInput() {
        released = true;
    }

    @Override
    public void shutdownOutput() {
        released = true;
    }
}
