package org.bitsconformance.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        Tap tap = socket.tap();
        tap.begin();
        String method = request.substring(0, Math.max(0, request.indexOf(' ')));
        Optional<Answer> answer = Optional.empty();
        try {
            byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write(bytes, 0, bytes.length);
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

    @Override
    public void close() {
        socket.end();
    }
}
