package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bitsconformance.drive.auth.Handshake;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.KeptConnection;
import org.bitsconformance.drive.transport.LibrarySender;
import org.bitsconformance.drive.transport.Pacing;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.drive.transport.ReplyConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.RequestWriter;
import org.bitsconformance.drive.transport.Sender;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.UnreadBody;

/**
 * The connection of one case. A packet goes over it, or over a separate one if it needs that, and never over two at
 * once. Each goes out as often as its answers ask for credentials or a retry, as far as the budget allows, and every
 * attempt is recorded.
 */
final class CaseConnection implements AutoCloseable {

    private final TargetLink link;
    private final Recorder recorder;
    private final String caseId;
    private KeptConnection connection;
    private Optional<Exchange> last = Optional.empty();
    private Purpose purpose = Purpose.CASE;
    private boolean byLibrary;
    private boolean oneByOne;
    private OptionalLong latest = OptionalLong.empty();
    private String tooLate = "";

    /** {@code recorder} records what belongs to the case. */
    CaseConnection(TargetLink link, Recorder recorder, String caseId) {
        this.link = link;
        this.recorder = recorder;
        this.caseId = caseId;
        this.connection = keptBy(new RequestWriter(link.connector()));
    }

    private KeptConnection keptBy(Sender sender) {
        return new KeptConnection(link.target(), sender, recorder.clock(), link.staleConnections());
    }

    private Sender library() {
        return new LibrarySender(link.target(), link.connector());
    }

    /** From now on, sends packets and asks for replies with a client library. */
    void byLibrary() {
        byLibrary = true;
        connection.abandon();
        connection = keptBy(library());
    }

    /** Sends what follows for another purpose. */
    void as(Purpose other) {
        purpose = other;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Whether each packet goes over its own connection from now on. */
    void oneByOne(boolean each) {
        oneByOne = each;
    }

    /** Sends nothing that is judged after a moment of {@link System#nanoTime}, for that reason. */
    void endAt(long nanos, String why) {
        latest = OptionalLong.of(nanos);
        tooLate = why;
    }

    /** Ends the connection; the next packet goes over a new one. */
    void abandon() {
        connection.abandon();
    }

    /** Sends a packet of a session (0 for none). */
    Exchange send(Packet packet, int session) {
        return patiently(attempt -> attempts(packet, session, attempt));
    }

    /** Sends a packet in pieces, over a separate connection. */
    Exchange send(Packet packet, int session, Pacing pacing) {
        connection.abandon();
        return patiently(attempt -> recorded(
                packet, session, attempt, spending(packet, () -> separate().send(packet, pacing))));
    }

    /** Sends a part of a packet over a separate connection. */
    Exchange breakOff(Packet packet, int session, CutOff cutOff) {
        connection.abandon();
        return patiently(attempt -> recorded(
                packet, session, attempt, spending(packet, () -> separate().breakOff(packet, cutOff))));
    }

    /** Sends a request of any form over a separate connection. */
    Exchange send(RawRequest request, Packet packet, int session) {
        connection.abandon();
        return patiently(attempt -> attempts(request, packet, session, attempt));
    }

    /** Asks for a reply, over a separate connection. */
    Exchange download(RequestText download, URI url, Reply.Place place, int session) {
        return patiently(attempt -> downloaded(download, url, place, session, attempt));
    }

    /** Deletes what is at a URL, over a separate connection and whatever the budget says. */
    Exchange delete(URI url) throws ConnectException {
        AuthenticatingSender challenged = new AuthenticatingSender(link, (traffic, attempt) -> {
            link.expenses().add(traffic);
            return recorder.exchange(caseId, purpose, 0, attempt, traffic, Optional.empty());
        });
        return challenged.alone(url, RequestText.deleting(url, link.target(), link.userAgent(caseId)));
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Sends a packet for as long as its answers ask for credentials, and once more if what came was no answer to it. */
    private Exchange attempts(Packet packet, int session, int first) {
        if (oneByOne) {
            connection.abandon();
        }
        Handshake handshake = handshake(packet);
        Optional<String> carried = handshake.first();
        boolean again = false;
        for (int attempt = first; ; attempt++) {
            Optional<Exchange> before = last;
            Attempt made = attempt(packet, session, attempt, carried);
            boolean lost = made.exchange().judgesNothing() || answersBodyOf(before, made.exchange());
            if (lost && !again) {
                again = true;
                connection.abandon();
                handshake = handshake(packet);
                carried = handshake.first();
                continue;
            }
            carried = AuthenticatingSender.next(handshake, made.traffic());
            if (lost || carried.isEmpty()) {
                return made.exchange();
            }
        }
    }

    private Exchange attempts(RawRequest request, Packet packet, int session, int first) {
        RequestText text = request.text();
        Handshake handshake = link.authentication().handshake(packet.identity(), text.method(), text.target());
        Optional<String> carried = handshake.first();
        for (int attempt = first; ; attempt++) {
            RawRequest authorized = request.with(text.authorized(carried));
            Traffic traffic = spending(
                    authorized.text().text().length() + request.body().length(), () -> authorized.over(packet, link));
            Exchange exchange = recorded(packet, request.content(), session, attempt, traffic);
            carried = AuthenticatingSender.next(handshake, traffic);
            if (carried.isEmpty()) {
                return exchange;
            }
        }
    }

    private Handshake handshake(Packet packet) {
        return link.authentication()
                .handshake(
                        packet.identity(),
                        link.target().requests().methodOverride() ? "POST" : BitsHeaders.VERB,
                        RequestText.asked(packet.url(), link.target()));
    }

    /** What was sent, as it crossed the wire and as it was recorded. */
    private record Attempt(Traffic traffic, Exchange exchange) {}

    private Attempt attempt(Packet packet, int session, int attempt, Optional<String> authorization) {
        link.interruption().check();
        checkTime();
        Traffic traffic = spending(packet, () -> connection.send(packet, link.userAgent(caseId), authorization));
        Exchange exchange = recorded(packet, session, attempt, traffic);
        last = Optional.of(exchange);
        return new Attempt(traffic, exchange);
    }

    private void checkTime() {
        if (purpose.judged() && latest.isPresent() && System.nanoTime() - latest.getAsLong() > 0) {
            throw new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, tooLate);
        }
    }

    private static boolean answersBodyOf(Optional<Exchange> before, Exchange next) {
        return before.filter(refused -> UnreadBody.mayHaveAnswered(refused, next))
                .isPresent();
    }

    private Exchange downloaded(RequestText download, URI url, Reply.Place place, int session, int attempt) {
        link.interruption().check();
        connection.abandon();
        Traffic traffic = spending(download.text().length(), () -> downloaded(download, url, place));
        if (place.ofTarget()) {
            link.answerLimit().look(traffic);
        }
        Exchange exchange = recorder.download(caseId, session, attempt, traffic, place.otherName());
        link.interruption().check();
        return exchange;
    }

    /** The library knows the target, and sends its header fields and credentials nowhere else. */
    private Traffic downloaded(RequestText download, URI url, Reply.Place place) {
        Sender sender = byLibrary && place.maySeeSecrets() ? library() : new RequestWriter(link.connector());
        try (ReplyConnection own = new ReplyConnection(sender, recorder.clock())) {
            return own.send(download, url);
        }
    }

    private SeparateConnection separate() {
        return new SeparateConnection(link, link.userAgent(caseId));
    }

    private Traffic spending(Packet packet, Supplier<Traffic> sending) {
        int head = RequestText.of(packet, link.target(), link.userAgent(caseId)).length();
        return spending(head + packet.content().map(Content::length).orElse(0L), sending);
    }

    /** Sends a request of that many bytes if the budget allows it; clean-up and probes are always allowed. */
    private Traffic spending(long bytes, Supplier<Traffic> sending) {
        if (purpose == Purpose.CLEAN_UP || purpose == Purpose.PROBE) {
            Traffic traffic = sending.get();
            link.expenses().add(traffic);
            return traffic;
        }
        link.expenses().spend(bytes);
        Traffic traffic = sending.get();
        link.expenses().settle(bytes, traffic);
        return traffic;
    }

    private Exchange recorded(Packet packet, int session, int attempt, Traffic traffic) {
        return recorded(packet, packet.content(), session, attempt, traffic);
    }

    private Exchange recorded(Packet packet, Optional<Content> body, int session, int attempt, Traffic traffic) {
        link.answerLimit().look(traffic);
        return recorder.exchange(caseId, purpose, session, attempt, traffic, body, packet.identity());
    }

    /** Sends something, from the given attempt on, and once more if a front end asks for a retry. */
    private Exchange patiently(IntFunction<Exchange> sending) {
        Exchange exchange = sending.apply(1);
        return mayComeAgain(exchange) ? sending.apply(exchange.attempt() + 1) : exchange;
    }

    private boolean mayComeAgain(Exchange exchange) {
        return purpose != Purpose.CLEAN_UP
                && link.expenses().suffice(exchange.request().length())
                && exchange.awaited().filter(link.retryWait()::hasPassed).isPresent();
    }
}
