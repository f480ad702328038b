package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Pacing;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;

/**
 * What one case sends over its connection. Knows what the case leaves at the server, cleans that up, and ends the case
 * if an answer is missing that it needs.
 */
final class CaseTraffic implements AutoCloseable {

    /** After this many unanswered clean-up packets, the server is left alone. */
    private static final int MOST_UNANSWERED = 2;

    private final TargetLink link;
    private final String caseId;
    private final CaseConnection connection;
    private final MissingAnswer missing;
    private final OpenSessions openSessions = new OpenSessions();
    private final FinishedUploads finished;
    private boolean dead;

    /** {@code recorder} records what belongs to it. */
    CaseTraffic(TargetLink link, Recorder recorder, String caseId) {
        this.link = link;
        this.caseId = caseId;
        this.connection = new CaseConnection(link, recorder, caseId);
        this.missing = new MissingAnswer(link, recorder, caseId);
        this.finished = new FinishedUploads(link.ownNames());
    }

    CaseConnection connection() {
        return connection;
    }

    /** Where the later packets, clean-up included, of a session created at {@code origin} go. */
    SessionRoute routeAfter(Answer created, URI origin, int session) {
        SessionRoute route = link.namedHosts().after(created, origin, caseId, connection::abandon);
        if (route.isElsewhere()) {
            openSessions.moved(session, route.url());
        }
        return route;
    }

    /** Notes that there is something at the destination of an upload. */
    void seen(URI url) {
        finished.seen(url);
    }

    /**
     * Cancels every session that the case left open, deletes what it left at its destinations if the target file says
     * so, and ends the connection. All of that is best effort and never judged.
     */
    @Override
    public void close() {
        connection.as(Purpose.CLEAN_UP);
        try {
            int unanswered = 0;
            for (OpenSessions.Given session : openSessions.all()) {
                if (!dead && unanswered < MOST_UNANSWERED && !cancelled(session)) {
                    unanswered++;
                }
            }
            connection.abandon();
            for (URI place : link.target().uploads().cleanUp() == CleanUp.DELETE ? finished.all() : List.<URI>of()) {
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

    /** Whether a DELETE was answered, whatever the answer says. It goes over its own connection. */
    private boolean deleted(URI place) {
        try {
            return connection.delete(place).ending() == Ending.ANSWERED;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Sends a packet of a session (0 for none) and returns the answer, once there is one. */
    Answer send(Packet packet, int session) {
        missing.refuse(packet.type());
        openSessions.sending(packet);
        return answerIn(connection.send(packet, session), packet);
    }

    /** Sends a packet in pieces, over its own connection. */
    Answer send(Packet packet, int session, Pacing pacing) {
        missing.refuse(packet.type());
        refuseConnectionOfItsOwn();
        return answerIn(connection.send(packet, session, pacing), packet);
    }

    /** Sends a part of a packet over its own connection; returns the answer if all of it was sent and one came. */
    Optional<Answer> breakOff(Packet packet, int session, CutOff cutOff) {
        refuseConnectionOfItsOwn();
        Exchange exchange = connection.breakOff(packet, session, cutOff);
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
        Optional<Answer> answer = noted(packet, exchange);
        link.interruption().check();
        if (answer.isEmpty()) {
            DrivingStopped stopped = unanswered(packet.type().toString(), exchange);
            noteEnding(exchange);
            throw stopped;
        }
        noteEnding(exchange);
        if (connection.purpose() != Purpose.BEYOND) {
            TargetsLimit.check(packet, answer.get());
            stopAtFrontEnd(packet.type().toString(), answer.get());
        }
        return answer.get();
    }

    /**
     * Sends a request of any form over its own connection. If nothing comes back that is HTTP, a Ping shows whether the
     * target is alive.
     */
    Optional<Answer> send(RawRequest request, Packet packet, int session) {
        refuseConnectionOfItsOwn();
        openSessions.sending(packet);
        Exchange exchange = connection.send(request, packet, session);
        Optional<Answer> answer = noted(packet, exchange);
        link.interruption().check();
        if (answer.isEmpty()) {
            DrivingStopped stopped = unanswered(packet.type().toString(), exchange);
            if (dead) {
                throw stopped;
            }
            noteEnding(exchange);
        }
        if (FrontEnd.oughtToPassOn(exchange)) {
            answer.ifPresent(seen -> stopAtFrontEnd(packet.type().toString(), seen));
        }
        return answer;
    }

    /** Notes what an answer says about what the case leaves at the server. */
    private Optional<Answer> noted(Packet packet, Exchange exchange) {
        Optional<Answer> answer = exchange.awaited();
        answer.ifPresent(seen -> {
            openSessions.answered(packet, exchange.session(), seen);
            finished.answered(packet, seen);
        });
        return answer;
    }

    /**
     * Asks for a reply, over its own connection.
     *
     * @param place where the reply is; the silence of another host says nothing about the target
     */
    Answer send(RequestText download, URI url, Reply.Place place, int session) {
        Exchange exchange = connection.download(download, url, place, session);
        Optional<Answer> answer = exchange.received();
        String what = download.method() + " of the reply";
        if (answer.isPresent()) {
            if (place.ofTarget() && !FrontEnd.asksForCredentials(answer.get())) {
                stopAtFrontEnd(what, answer.get());
            }
            return answer.get();
        }
        if (!place.ofTarget()) {
            throw new DrivingStopped(
                    CaseEnd.Ending.PREREQUISITE_MISSING,
                    "there was no answer to the " + what + ", which is on another host than the target");
        }
        DrivingStopped stopped = unanswered(what, exchange);
        noteEnding(exchange);
        throw stopped;
    }

    /**
     * Refuses a packet that needs a connection of its own: it would not be authenticated there, or would change form on
     * the way.
     */
    private void refuseConnectionOfItsOwn() {
        Optional<String> reason = link.noRawPackets();
        if (reason.isPresent()) {
            throw new DrivingStopped(CaseEnd.Ending.NOT_APPLICABLE, reason.get());
        }
    }

    private void noteEnding(Exchange exchange) {
        if (!dead && connection.purpose().judged()) {
            link.answerLimit().ended(exchange.request().text(), exchange.answer(), exchange.ending());
        }
    }

    /** Distinguishes a server that does not answer this packet from one that does not answer at all. */
    private DrivingStopped unanswered(String packet, Exchange exchange) {
        if (connection.purpose() == Purpose.CLEAN_UP) {
            return new DrivingStopped(CaseEnd.Ending.DRIVEN, "clean-up was not answered");
        }
        connection.abandon();
        DrivingStopped stopped = missing.to(packet, exchange);
        dead = stopped.ending() == CaseEnd.Ending.TARGET_DEAD;
        return stopped;
    }

    /**
     * Lets a case continue unless a front end answered instead of the server.
     *
     * @throws DrivingStopped when it did
     */
    private void stopAtFrontEnd(String what, Answer answer) {
        if (connection.purpose() != Purpose.CLEAN_UP && FrontEnd.keepsFromServer(answer)) {
            connection.abandon();
            DrivingStopped stopped = missing.behindFrontEnd(what, answer);
            dead = stopped.ending() == CaseEnd.Ending.TARGET_DEAD;
            throw stopped;
        }
    }
}
