package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;

/** Sends bytes exactly as given and reads the answer. */
public final class RawConnection implements AutoCloseable {

    private static final int BUFFER = 8 << 10;

    private final TappedSocket socket;

    public RawConnection(TappedSocket socket) {
        this.socket = socket;
    }

    /** Sends a request as ISO 8859-1 text and waits for the whole answer, or for whatever happens instead. */
    public Traffic send(String request) {
        byte[] bytes = bytes(request);
        return send(method(request), bytes, List.of(bytes.length), Duration.ZERO);
    }

    /**
     * Like {@link #send}, but waits briefly for an interim answer before it sends the body, and does not send it if the
     * final answer comes first.
     */
    public Traffic sendInTwo(String head, String body, Duration patience) {
        Tap tap = socket.tap();
        tap.begin();
        write(bytes(head));
        InterimWait.on(socket, patience);
        if (tap.answer().isEmpty() && tap.failure().isEmpty()) {
            write(bytes(body));
        }
        return finish(ending(read()));
    }

    /**
     * Sends a request in pieces and waits for the whole answer, or for whatever happens instead.
     *
     * @param pieces lengths of the pieces, in order; they add up to the whole request
     * @param pause time between two pieces
     */
    public Traffic send(String method, byte[] request, List<Integer> pieces, Duration pause) {
        socket.tap().begin();
        int done = 0;
        for (int piece : pieces) {
            if (done > 0) {
                rest(pause);
            }
            if (socket.tap().failure().isPresent()) {
                break;
            }
            write(request, done, piece);
            done += piece;
        }
        return finish(ending(read()));
    }

    /**
     * Sends the beginning of a request and breaks off. Waits for the answer if the whole request was sent and an answer
     * can still come; otherwise keeps what has arrived.
     *
     * @param length number of bytes to send
     */
    public Traffic breakOff(byte[] request, int length, CutOff.How how) {
        socket.tap().begin();
        write(request, 0, length);
        return brokenOff(length == request.length, how);
    }

    /**
     * Does the same with a request whose body is generated while it is sent.
     *
     * @param head request line and header
     * @param length number of bytes of the body to send
     */
    public Traffic breakOff(String head, Content body, long length, CutOff.How how) {
        socket.tap().begin();
        write(bytes(head));
        socket.tap().keepNoMore();
        try {
            body.writeTo(socket.getOutputStream(), length, () -> !socket.refused());
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
        return brokenOff(length == body.length(), how);
    }

    private Traffic brokenOff(boolean whole, CutOff.How how) {
        boolean answered = how == CutOff.How.HALF_CLOSE && readAfterHalfClose();
        Traffic traffic = finish(answered && whole ? Ending.ANSWERED : Ending.CUT_OFF);
        if (how == CutOff.How.RESET) {
            socket.reset("reset by the case");
        } else {
            socket.end("broken off by the case");
        }
        return traffic;
    }

    private boolean readAfterHalfClose() {
        try {
            socket.endSending();
        } catch (IOException e) {
            return false;
        }
        return read();
    }

    private void write(byte[] bytes, int offset, int length) {
        try {
            socket.getOutputStream().write(bytes, offset, length);
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
    }

    private void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String method(String request) {
        return request.substring(0, Math.max(0, request.indexOf(' ')));
    }

    /** Whether a whole answer has arrived, now or before. */
    private boolean read() {
        Tap tap = socket.tap();
        Optional<Answer> answer = tap.answer();
        try {
            byte[] buffer = new byte[BUFFER];
            boolean ended = false;
            while (!ended && answer.filter(Answer::complete).isEmpty()) {
                ended = socket.getInputStream().read(buffer, 0, buffer.length) < 0;
                answer = tap.answer();
            }
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
        return answer.filter(Answer::complete).isPresent();
    }

    private Ending ending(boolean answered) {
        return answered ? Ending.ANSWERED : socket.tap().failure().orElse(Ending.CLOSED);
    }

    private Traffic finish(Ending ending) {
        return socket.tap().finish(socket.id(), WireBytes.NONE, ending);
    }

    /** Pauses, unless the thread is interrupted. */
    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        socket.end();
    }
}
