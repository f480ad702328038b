package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.util.Optional;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * Sends well-formed packets over one connection, which stays open as long as HTTP allows and is opened again when
 * needed. Reports what crossed the socket, not what the {@link Sender} says.
 */
public final class KeptConnection implements AutoCloseable {

    private static final byte[] NO_BODY = {};

    private final Target target;
    private final RunClock clock;
    private final StaleConnections staleConnections;
    private final Sender sender;
    private boolean reusable;
    private Identity identity = Identity.USER;
    private String authority = "";

    public KeptConnection(Target target, Sender sender, RunClock clock, StaleConnections staleConnections) {
        this.target = target;
        this.sender = sender;
        this.clock = clock;
        this.staleConnections = staleConnections;
    }

    /**
     * Sends a packet and waits for its answer, or for whatever happens instead. Never throws for what a server does. A
     * connection that carried one user's packets is not used for another's.
     *
     * @param authorization the value of that header; empty for none
     */
    public Traffic send(Packet packet, String userAgent, Optional<String> authorization) {
        Sender.Ready request = ready(packet, userAgent, authorization);
        if (packet.identity() != identity) {
            identity = packet.identity();
            abandon();
        }
        leaveOtherHost(packet);
        // Keep this last: the server can still end the connection unnoticed between this look and the first byte.
        WireBytes unasked = prepareToReuse();
        long started = clock.micros();
        try {
            boolean answered = sender.send(request);
            return traffic(answered, unasked);
        } catch (ConnectException e) {
            return Traffic.notConnected(unasked, started, clock.micros());
        }
    }

    /** Sends a packet with the credentials that go out unasked. */
    public Traffic send(Packet packet, String userAgent) {
        return send(packet, userAgent, target.basic(packet.identity()));
    }

    /** Ends the connection; the next packet goes over a new one. */
    public void abandon() {
        reusable = false;
        sender.abandon();
    }

    @Override
    public void close() {
        abandon();
    }

    private Sender.Ready ready(Packet packet, String userAgent, Optional<String> authorization) {
        try {
            RequestText text = RequestText.rendering(packet, target, userAgent).authorized(authorization);
            Optional<Content> streamed = packet.content().filter(Content::isLong);
            return streamed.isPresent()
                    ? new Sender.Ready(text, streamed.get(), packet.url())
                    : new Sender.Ready(
                            text, packet.content().map(Content::bytes).orElse(NO_BODY), packet.url());
        } catch (RuntimeException e) {
            throw new IllegalStateException("a packet could not be sent: " + e.getMessage(), e);
        }
    }

    /** Ends the connection to another host first, so that there are never two connections at once. */
    private void leaveOtherHost(Packet packet) {
        String next = packet.url().getScheme() + "://" + packet.url().getRawAuthority();
        if (!next.equals(authority)) {
            abandon();
        }
        authority = next;
    }

    /** What the server has sent since the last answer; if it has sent anything, the connection is not used again. */
    private WireBytes prepareToReuse() {
        Optional<TappedSocket> open = sender.socket();
        if (open.isEmpty()) {
            return WireBytes.NONE;
        }
        WireBytes unasked = WireBytes.NONE;
        try {
            int patience = staleConnections.patienceMillis();
            if (patience > 0) {
                unasked = WireBytes.of(open.get().takeUnasked(patience));
            }
            reusable =
                    reusable && unasked.isEmpty() && open.get().tap().failure().isEmpty();
        } catch (IOException e) {
            reusable = false;
        }
        if (reusable) {
            open.get().tap().begin();
        } else {
            sender.abandon();
        }
        return unasked;
    }

    private Traffic traffic(boolean answered, WireBytes unasked) {
        TappedSocket socket = sender.socket().orElseThrow();
        Tap tap = socket.tap();
        Optional<Ending> failure = tap.failure();
        Optional<Answer> answer = tap.answer();
        boolean complete = answer.filter(Answer::complete).isPresent();
        Ending ending = complete ? Ending.ANSWERED : failure.orElse(answered ? Ending.ANSWERED : Ending.NOT_HTTP);
        Traffic traffic = tap.finish(socket.id(), unasked, ending);
        staleConnections.look(traffic);
        reusable = answered
                && complete
                && failure.isEmpty()
                && answer.get().excess() == 0
                && !socket.refused()
                && !socket.isClosed();
        if (!reusable) {
            sender.abandon();
        }
        return traffic;
    }
}
