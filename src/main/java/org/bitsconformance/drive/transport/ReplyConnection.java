package org.bitsconformance.drive.transport;

import java.net.URI;
import java.time.Duration;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;

/** A connection for one request for a reply; also reads what follows the answer. */
public final class ReplyConnection implements AutoCloseable {

    /** How long to wait for anything that follows the answer. */
    private static final Duration AFTER_ANSWER = Duration.ofMillis(200);

    private static final byte[] NO_BODY = {};

    private final Sender sender;
    private final RunClock clock;

    public ReplyConnection(Sender sender, RunClock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** Sends a request and waits for the whole answer and what follows it, or for whatever happens instead. */
    public Traffic send(RequestText download, URI url) {
        long started = clock.micros();
        try {
            boolean answered = sender.send(new Sender.Ready(download, NO_BODY, url));
            TappedSocket socket = sender.socket().orElseThrow();
            Tap tap = socket.tap();
            Ending ending = answered && tap.answer().filter(Answer::complete).isPresent()
                    ? Ending.ANSWERED
                    : tap.failure().orElse(answered ? Ending.CLOSED : Ending.NOT_HTTP);
            if (ending == Ending.ANSWERED && tap.failure().isEmpty()) {
                InterimWait.forTheEnd(socket, AFTER_ANSWER);
            }
            return tap.finish(socket.id(), WireBytes.NONE, ending);
        } catch (ConnectException e) {
            return Traffic.notConnected(WireBytes.NONE, started, clock.micros());
        }
    }

    @Override
    public void close() {
        sender.abandon();
    }
}
