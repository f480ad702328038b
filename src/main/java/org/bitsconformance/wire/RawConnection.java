package org.bitsconformance.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.WireBytes;

/** Sends bytes exactly as they are given and reads the answer to them. */
final class RawConnection implements AutoCloseable {

    private static final int BUFFER = 8 << 10;

    private final TappedSocket socket;

    RawConnection(TappedSocket socket) {
        this.socket = socket;
    }

    /** Sends a request as ISO 8859-1 text and waits for the whole answer, or for whatever happens instead. */
    Traffic send(String request) {
        socket.tap().begin();
        write(request);
        return awaitAnswer(method(request));
    }

    /**
     * As {@link #send}, but the body waits a short while for an interim answer, and stays away where the answer comes
     * first.
     */
    Traffic sendInTwo(String head, String body, Duration patience) {
        Tap tap = socket.tap();
        tap.begin();
        write(head);
        InterimWait.on(socket, patience);
        boolean answered =
                AnswerParser.parse(tap.receivedText(), method(head), false).isPresent();
        if (!answered && tap.failure().isEmpty()) {
            write(body);
        }
        return awaitAnswer(method(head));
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            socket.getOutputStream().write(bytes, 0, bytes.length);
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
    }

    private Traffic awaitAnswer(String method) {
        Tap tap = socket.tap();
        Optional<Answer> answer = AnswerParser.parse(tap.receivedText(), method, false);
        try {
            byte[] buffer = new byte[BUFFER];
            boolean ended = false;
            while (!ended && answer.filter(Answer::complete).isEmpty()) {
                ended = socket.getInputStream().read(buffer, 0, buffer.length) < 0;
                answer = AnswerParser.parse(tap.receivedText(), method, ended);
            }
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
        boolean complete = answer.filter(Answer::complete).isPresent();
        return tap.finish(
                socket.id(),
                WireBytes.NONE,
                complete ? Ending.ANSWERED : tap.failure().orElse(Ending.CLOSED));
    }

    private static String method(String request) {
        return request.substring(0, Math.max(0, request.indexOf(' ')));
    }

    @Override
    public void close() {
        socket.end();
    }
}
