package org.bitsconformance.wire;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ErrorCode;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.NamedHost;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.UnreadBody;
import org.bitsconformance.wire.Packet.Content;

/** Sends and records the packets of one case, each by the connection that it needs, and never by two at once. */
final class CaseTraffic implements AutoCloseable {

    /** A server that does not answer so many packets of the clean-up is left alone. */
    private static final int MOST_UNANSWERED = 2;

    private final TargetLink link;
    private final String caseId;
    private final KeptConnection connection;
    private final OpenSessions openSessions = new OpenSessions();
    private final FinishedUploads finished;
    private Optional<Exchange> last = Optional.empty();
    private Purpose purpose = Purpose.CASE;
    private boolean dead;

    CaseTraffic(TargetLink link, String caseId) {
        this.link = link;
        this.caseId = caseId;
        this.finished = new FinishedUploads(link.ownNames());
        this.connection = new KeptConnection(
                link.target(), link.connector(), link.recorder().clock(), link.losses());
    }

    /** Sends what follows for another purpose. */
    void as(Purpose other) {
        purpose = other;
    }

    /** Ends the connection; the next packet goes over a new one. */
    void abandonConnection() {
        connection.abandon();
    }

    /** Where the later packets of a session go that was created at {@code origin}; clean-up too. */
    NamedHosts.Way wayAfter(Answer created, URI origin, int session) {
        if (NamedHost.in(created).isEmpty()) {
            return NamedHosts.Way.home(origin);
        }
        NamedHosts.Way way = link.namedHosts().after(created, origin, caseId, connection::abandon);
        openSessions.moved(session, way.url());
        return way;
    }

    /** There is something at the destination of an upload. */
    void seen(URI url) {
        finished.seen(url);
    }

    /**
     * Cancels every session that the case left open, deletes what it left at its destinations where the target says so, best
     * effort and never judged, and ends the connection.
     */
    @Override
    public void close() {
        purpose = Purpose.CLEAN_UP;
        try {
            int unanswered = 0;
            for (OpenSessions.Given session : openSessions.all()) {
                if (!dead && unanswered < MOST_UNANSWERED && !cancelled(session)) {
                    unanswered++;
                }
            }
            connection.abandon();
            for (URI place : link.manners().deletes() ? finished.all() : List.<URI>of()) {
                if (!dead && unanswered < MOST_UNANSWERED && !deleted(place)) {
                    unanswered++;
                }
            }
        } finally {
            connection.close();
        }
        if (!dead && link.interruption().hasCome()) {
            new LastCancels(link).send(caseId, openSessions.all());
        }
    }

    /** Whether a Cancel-Session was answered, whatever the answer says. */
    private boolean cancelled(OpenSessions.Given session) {
        try {
            send(session.cancelling(), session.handle());
            return true;
        } catch (DrivingStopped e) {
            return e.ending() == CaseEnd.Ending.NOT_APPLICABLE;
        }
    }

    /** Whether a DELETE was answered, whatever the answer says; it goes over a connection of its own. */
    private boolean deleted(URI place) {
        try (RawConnection own = new RawConnection(link.connector().open(place))) {
            Traffic traffic = own.send(RequestText.deleting(place, link.target(), link.userAgent(caseId))
                    .text());
            link.expenses().add(traffic);
            link.recorder().exchange(caseId, purpose, 0, 1, traffic, Optional.empty());
            return traffic.ending() == Ending.ANSWERED;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Sends a packet of a session (0 for none); the answer, once there is one. */
    Answer send(Packet packet, int session) {
        openSessions.sending(packet);
        Optional<Exchange> before = last;
        Exchange exchange = attempt(packet, session, 1);
        if (exchange.judgesNothing() || answersBodyOf(before, exchange)) {
            connection.abandon();
            exchange = attempt(packet, session, 2);
        }
        return answerIn(exchange, packet);
    }

    /** Sends a packet in pieces, over a connection of its own. */
    Answer send(Packet packet, int session, Pacing pacing) {
        connection.abandon();
        return answerIn(
                recorded(packet, session, 1, spending(packet, () -> separate().send(packet, pacing))), packet);
    }

    /** Sends a part of a packet over a connection of its own; the answer, where all of it was sent and there is one. */
    Optional<Answer> breakOff(Packet packet, int session, CutOff cutOff) {
        connection.abandon();
        Exchange exchange =
                recorded(packet, session, 1, spending(packet, () -> separate().breakOff(packet, cutOff)));
        link.interruption().check();
        return exchange.ending() == Ending.CUT_OFF ? Optional.empty() : Optional.of(answerIn(exchange, packet));
    }

    private Answer answerIn(Exchange exchange, Packet packet) {
        if (exchange.ending() == Ending.NOT_CONNECTED) {
            link.namedHosts().lost(packet.url()).ifPresent(why -> {
                throw new DrivingStopped(CaseEnd.Ending.NOT_APPLICABLE, why);
            });
            dead = true;
            throw new DrivingStopped(
                    CaseEnd.Ending.TARGET_DEAD, "no connection could be established for " + packet.type());
        }
        boolean ended = exchange.ending() == Ending.CLOSED;
        Optional<Answer> answer = AnswerParser.parse(exchange.answer().text(), BitsHeaders.VERB, ended);
        answer.ifPresent(seen -> {
            openSessions.answered(packet, exchange.session(), seen);
            finished.answered(packet, seen);
        });
        link.interruption().check();
        if (answer.isEmpty()) {
            DrivingStopped stopped = unanswered(packet, exchange);
            noteEnding(exchange);
            throw stopped;
        }
        noteEnding(exchange);
        if (purpose != Purpose.BEYOND) {
            refuseOnLimit(packet, answer.get());
        }
        return answer.get();
    }

    /**
     * Sends a request of whatever form over a connection of its own. Where nothing that is HTTP comes back, a Ping tells
     * whether the target lives.
     */
    Optional<Answer> send(RawRequest request, Packet packet, int session) {
        openSessions.sending(packet);
        connection.abandon();
        Traffic traffic =
                spending(request.text().text().length() + request.body().length(), () -> request.over(packet, link));
        link.answerLimit().look(traffic);
        Exchange exchange = link.recorder().exchange(caseId, purpose, session, 1, traffic, request.content());
        Optional<Answer> answer = AnswerParser.parse(
                exchange.answer().text(), request.text().method(), exchange.ending() == Ending.CLOSED);
        answer.ifPresent(seen -> {
            openSessions.answered(packet, session, seen);
            finished.answered(packet, seen);
        });
        link.interruption().check();
        if (answer.isEmpty()) {
            DrivingStopped stopped = unanswered(packet, exchange);
            if (dead) {
                throw stopped;
            }
        }
        return answer;
    }

    private Exchange attempt(Packet packet, int session, int attempt) {
        link.interruption().check();
        Exchange exchange = recorded(
                packet, session, attempt, spending(packet, () -> connection.send(packet, link.userAgent(caseId))));
        last = Optional.of(exchange);
        return exchange;
    }

    private Traffic spending(Packet packet, Supplier<Traffic> sending) {
        int head = RequestText.of(packet, link.target(), link.userAgent(caseId)).length();
        return spending(head + packet.content().map(Content::length).orElse(0), sending);
    }

    /** Sends a request of so many bytes if the budget permits; clean-up is always permitted. */
    private Traffic spending(long bytes, Supplier<Traffic> sending) {
        if (purpose == Purpose.CLEAN_UP) {
            Traffic traffic = sending.get();
            link.expenses().add(traffic);
            return traffic;
        }
        link.expenses().spend(bytes);
        Traffic traffic = sending.get();
        link.expenses().settle(bytes, traffic);
        return traffic;
    }

    private static boolean answersBodyOf(Optional<Exchange> before, Exchange next) {
        return before.filter(refused -> UnreadBody.mayHaveAnswered(refused, next))
                .isPresent();
    }

    private SeparateConnection separate() {
        return new SeparateConnection(link, link.userAgent(caseId));
    }

    private Exchange recorded(Packet packet, int session, int attempt, Traffic traffic) {
        link.answerLimit().look(traffic);
        return link.recorder().exchange(caseId, purpose, session, attempt, traffic, packet.content());
    }

    private void noteEnding(Exchange exchange) {
        if (!dead && purpose.judged()) {
            link.answerLimit().ended(exchange.ending());
        }
    }

    /** Tells a server that does not answer this packet from one that does not answer at all. */
    private DrivingStopped unanswered(Packet packet, Exchange exchange) {
        if (purpose == Purpose.CLEAN_UP) {
            return new DrivingStopped(CaseEnd.Ending.DRIVEN, "clean-up was not answered");
        }
        connection.abandon();
        Packet ping = Packet.of(PacketType.PING, link.probeUrl());
        boolean alive;
        try (RawConnection fresh = new RawConnection(link.connector().open(ping.url()))) {
            Traffic traffic = fresh.send(RequestText.of(ping, link.target(), link.userAgent(caseId)));
            link.expenses().add(traffic);
            link.recorder().exchange(caseId, Purpose.PROBE, 0, 1, traffic, Optional.empty());
            link.interruption().check();
            alive = AnswerParser.parse(traffic.answer().text(), BitsHeaders.VERB, true)
                    .isPresent();
        } catch (ConnectException e) {
            alive = false;
        }
        dead = !alive;
        String what = exchange.ending() == Ending.NOT_HTTP ? "an answer that is not HTTP" : "no answer";
        return alive
                ? new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, "there was " + what + " to " + packet.type())
                : new DrivingStopped(
                        CaseEnd.Ending.TARGET_DEAD,
                        "the target no longer answers: neither " + packet.type() + " nor a Ping on a new connection");
    }

    private static void refuseOnLimit(Packet packet, Answer answer) {
        boolean scarce = answer.status() == 413
                || (answer.status() == 500
                        && (names(answer, Hresult.BG_E_TOO_LARGE) || names(answer, Hresult.ERROR_DISK_FULL)));
        if (scarce) {
            throw new DrivingStopped(
                    CaseEnd.Ending.NOT_APPLICABLE,
                    "the target's limit: " + packet.type() + " was answered " + answer.status());
        }
    }

    private static boolean names(Answer answer, Hresult code) {
        return ErrorCode.of(answer.headers())
                .flatMap(ErrorCode::value)
                .filter(value -> value == code.value())
                .isPresent();
    }
}
