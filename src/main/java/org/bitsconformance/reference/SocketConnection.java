package org.bitsconformance.reference;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.reference.http.AnswerForm;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.MalformedRequest;
import org.bitsconformance.reference.http.RequestBody;
import org.bitsconformance.reference.http.RequestHead;
import org.bitsconformance.reference.http.RequestReader;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.Spool;

/** One connection: reads and answers one request after another, until either side ends it. */
final class SocketConnection {

    /** How long a client may stay silent, in milliseconds. */
    private static final int LONGEST_SILENCE_MILLIS = 60_000;

    /** Limit for the rest of a request that nobody reads, in milliseconds; the next one is in bytes. */
    private static final int LONGEST_REST_MILLIS = 2_000;

    private static final int LONGEST_REST = RequestReader.LARGEST_BODY;

    /** Time between two bytes of an answer that drips, in milliseconds. */
    private static final int DRIP_MILLIS = 50;

    private static final String DRIPPING = "X-Drip: drip\r\n";
    private static final byte[] CONTINUE = AnswerForm.CONTINUE.getBytes(StandardCharsets.ISO_8859_1);

    /** How late a late answer is, and for how long a connection is silent before it is given up; in milliseconds. */
    private static final int LATENESS_MILLIS = 1_000;

    private static final int SHORT_SILENCE_MILLIS = 2_000;

    /** The bytes of a piece of an answer, and the time between two of them in milliseconds. */
    private static final int PIECE = 8;

    private static final int PIECE_MILLIS = 5;

    private static final int BUFFER = 16 << 10;

    private final Socket socket;
    private final BitsServer server;
    private final InputStream in;
    private final OutputStream out;
    private final RequestReader requests;

    SocketConnection(Socket socket, BitsServer server) throws IOException {
        this.socket = socket;
        this.server = server;
        this.out = new BufferedOutputStream(socket.getOutputStream());
        this.in = new BufferedInputStream(new Answered(socket.getInputStream(), out));
        this.requests = new RequestReader(in, server.keepsBlanks());
    }

    /** Serves until the connection has to end. Throws {@link IOException} if it has already ended. */
    void serve() throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
        try {
            boolean goesOn = true;
            while (goesOn) {
                Optional<RequestHead> head = requests.head();
                goesOn = head.isPresent() && serve(head.get());
            }
        } catch (MalformedRequest malformed) {
            out.write(AnswerForm.of(malformed));
            endGently();
        }
    }

    /** Serves one request; returns whether the connection stays open. */
    private boolean serve(RequestHead head) throws IOException, MalformedRequest {
        if (server.hangsUpOn(head.packet(Bytes.NONE, socket.getPort()))) {
            return false;
        }
        if (head.awaitsContinue() && head.length() != 0) {
            out.write(CONTINUE);
            out.flush();
        }
        OptionalLong cut = server.cutAfter(head.packet(Bytes.NONE, socket.getPort()), head.length());
        if (cut.isPresent()) {
            byte[] part = in.readNBytes(Math.toIntExact(cut.getAsLong()));
            server.takeCut(head.packet(Bytes.of(part), socket.getPort()));
            return false;
        }
        try (Spool spool = server.takesAnySize() ? Spool.ofAnySize() : Spool.inMemory()) {
            return serve(head, requests.body(head, spool));
        }
    }

    private boolean serve(RequestHead head, RequestBody body) throws IOException {
        if (!body.whole()) {
            server.takeCutOff(head.packet(body.bytes(), socket.getPort()));
            return false;
        }
        ServerAnswer answer = server.answer(head.packet(body.bytes(), socket.getPort()));
        Delivery.After after = answer.delivery().after();
        boolean last = !head.keepsConnection() || after == Delivery.After.CLOSING;
        write(answer.delivery(), AnswerForm.of(answer, last, head.verb().equals("HEAD")));
        switch (after) {
            case GOING_ON, CLOSING -> {}
            case UNREADING -> requests.unread(body.bytes());
            case RESETTING -> {
                reset();
                return false;
            }
            case DROPPING -> {
                endGently();
                return false;
            }
            case SHORT_SILENCE -> {
                out.flush();
                pause(SHORT_SILENCE_MILLIS);
                return false;
            }
            case SILENCE -> {
                keepSilent();
                return false;
            }
            case DRIPPING -> {
                drip();
                return false;
            }
        }
        if (last) {
            endGently();
        }
        return !last;
    }

    private void write(Delivery delivery, byte[] answer) throws IOException {
        switch (delivery) {
            case LATE -> {
                pause(LATENESS_MILLIS);
                out.write(answer);
            }
            case IN_PIECES -> {
                for (int i = 0; i < answer.length; i += PIECE) {
                    out.write(answer, i, Math.min(PIECE, answer.length - i));
                    out.flush();
                    pause(PIECE_MILLIS);
                }
            }
            default -> out.write(answer);
        }
    }

    private static void pause(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server ends");
        }
    }

    /** Resets the connection after everything written has gone out. */
    private void reset() throws IOException {
        out.flush();
        socket.setSoLinger(true, 0);
    }

    private void keepSilent() throws IOException {
        out.flush();
        skip(Long.MAX_VALUE);
    }

    private void drip() throws IOException {
        out.flush();
        socket.setSoTimeout(DRIP_MILLIS);
        for (int i = 0; ; i++) {
            try {
                if (in.read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException itIsTime) {
                out.write(DRIPPING.charAt(i % DRIPPING.length()));
            }
        }
    }

    /** Reads on for a while: an answer would be lost if the connection ended while the client still sends. */
    private void endGently() throws IOException {
        out.flush();
        socket.shutdownOutput();
        socket.setSoTimeout(LONGEST_REST_MILLIS);
        skip(LONGEST_REST);
    }

    private void skip(long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long skipped = 0;
        while (skipped < most) {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                return;
            }
            skipped += count;
        }
    }

    /** Flushes the answers that are written before it waits for more requests. */
    private static final class Answered extends FilterInputStream {

        private final OutputStream answers;

        Answered(InputStream requests, OutputStream answers) {
            super(requests);
            this.answers = answers;
        }

        @Override
        public int read() throws IOException {
            answers.flush();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            answers.flush();
            return super.read(buffer, offset, length);
        }
    }
}
