package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.util.Optional;
import org.bitsconformance.transcript.http.Answer;

/** Reads from a connection until an answer is complete, or cannot become complete. */
final class AnswerReading {

    private static final int BUFFER = 8 << 10;

    /** An answer is parsed again once it has grown by a quarter, or when nothing more is waiting to be read. */
    private static final int PARTS = 4;

    private AnswerReading() {}

    /**
     * Reads on from what has arrived.
     *
     * @return what has arrived of the answer in the end; empty if its header is incomplete
     */
    static Optional<Answer> of(TappedSocket socket) {
        Tap tap = socket.tap();
        byte[] buffer = new byte[BUFFER];
        Optional<Answer> answer = tap.answer();
        long seen = 0;
        long received = 0;
        try {
            while (answer.map(Answer::unfinished).orElse(true)) {
                int count = socket.getInputStream().read(buffer, 0, buffer.length);
                received += Math.max(0, count);
                boolean ended = count < 0;
                if (ended
                        || (received - seen) * PARTS >= received
                        || socket.getInputStream().available() == 0) {
                    seen = received;
                    answer = tap.answer();
                }
                if (ended) {
                    return answer;
                }
            }
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
        return tap.answer();
    }
}
