package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.List;
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
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.UnreadBody;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.NamedHost;

/** Sends and records the packets of one case, each over the connection that it needs, and never over two at once. */
final class CaseTraffic implements AutoCloseable {

    /** After this many unanswered clean-up packets, the server is left alone. */
    private static final int MOST_UNANSWERED = 2;

    private final TargetLink link;
    private final Recorder recorder;
    private final String caseId;
    private KeptConnection connection;
    private final MissingAnswer missing;
    private final OpenSessions openSessions = new OpenSessions();
    private final FinishedUploads finished;
    private Optional<Exchange> last = Optional.empty();
    private Purpose purpose = Purpose.CASE;
    private boolean byLibrary;
    private boolean oneByOne;
    private boolean dead;
    private OptionalLong latest = OptionalLong.empty();
    private String tooLate = "";

    /** {@code recorder} records what belongs to it. */
    CaseTraffic(TargetLink link, Recorder recorder, String caseId) {
        this.link = link;
        this.recorder = recorder;
        this.caseId = caseId;
        this.missing = new MissingAnswer(link, recorder, caseId);
        this.finished = new FinishedUploads(link.ownNames());
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

    /** Whether each packet goes over its own connection from now on. */
    void oneByOne(boolean each) {
        oneByOne = each;
    }

    /** Ends the connection; the next packet goes over a new one. */
    void abandonConnection() {
        connection.abandon();
    }

    /** Where the later packets, clean-up included, of a session created at {@code origin} go. */
    NamedHosts.Way wayAfter(Answer created, URI origin, int session) {
        if (NamedHost.in(created).isEmpty()) {
            return NamedHosts.Way.home(origin);
        }
        NamedHosts.Way way = link.namedHosts().after(created, origin, caseId, connection::abandon);
        openSessions.moved(session, way.url());
        return way;
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
        purpose = Purpose.CLEAN_UP;
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
        RequestText text = RequestText.deleting(place, link.target(), link.userAgent(caseId));
        try {
            AuthenticatingSender challenged = new AuthenticatingSender(link, (traffic, attempt) -> {
                link.expenses().add(traffic);
                return recorder.exchange(caseId, purpose, 0, attempt, traffic, Optional.empty());
            });
            return challenged.alone(place, text).ending() == Ending.ANSWERED;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Sends nothing that is judged after a moment of {@link System#nanoTime}, for that reason. */
    void endAt(long nanos, String why) {
        latest = OptionalLong.of(nanos);
        tooLate = why;
    }

    private void checkTime() {
        if (purpose.judged() && latest.isPresent() && System.nanoTime() - latest.getAsLong() > 0) {
            throw new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, tooLate);
        }
    }

    /** Sends a packet of a session (0 for none) and returns the answer, once there is one. */
    Answer send(Packet packet, int session) {
        missing.refuse(packet.type());
        openSessions.sending(packet);
        return answerIn(patiently(attempt -> attempts(packet, session, attempt)), packet);
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
            link.answerLimit().look(traffic);
            Exchange exchange =
                    recorder.exchange(caseId, purpose, session, attempt, traffic, request.content(), packet.identity());
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

    /** Sends a packet in pieces, over its own connection. */
    Answer send(Packet packet, int session, Pacing pacing) {
        missing.refuse(packet.type());
        refuseConnectionOfItsOwn();
        connection.abandon();
        return answerIn(
                patiently(attempt -> recorded(
                        packet,
                        session,
                        attempt,
                        spending(packet, () -> separate().send(packet, pacing)))),
                packet);
    }

    /** Sends a part of a packet over its own connection; returns the answer if all of it was sent and one came. */
    Optional<Answer> breakOff(Packet packet, int session, CutOff cutOff) {
        refuseConnectionOfItsOwn();
        connection.abandon();
        Exchange exchange = patiently(attempt -> recorded(
                packet, session, attempt, spending(packet, () -> separate().breakOff(packet, cutOff))));
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
        Optional<Answer> answer = exchange.awaited();
        answer.ifPresent(seen -> {
            openSessions.answered(packet, exchange.session(), seen);
            finished.answered(packet, seen);
        });
        link.interruption().check();
        if (answer.isEmpty()) {
            DrivingStopped stopped = unanswered(packet.type().toString(), exchange);
            noteEnding(exchange);
            throw stopped;
        }
        noteEnding(exchange);
        if (purpose != Purpose.BEYOND) {
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
        connection.abandon();
        Exchange exchange = patiently(attempt -> attempts(request, packet, session, attempt));
        Optional<Answer> answer = exchange.awaited();
        answer.ifPresent(seen -> {
            openSessions.answered(packet, session, seen);
            finished.answered(packet, seen);
        });
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

    /**
     * Asks for a reply, over its own connection.
     *
     * @param place where the reply is; the silence of another host says nothing about the target
     */
    Answer send(RequestText download, URI url, Reply.Place place, int session) {
        Exchange exchange = patiently(attempt -> downloaded(download, url, place, session, attempt));
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

    private static boolean answersBodyOf(Optional<Exchange> before, Exchange next) {
        return before.filter(refused -> UnreadBody.mayHaveAnswered(refused, next))
                .isPresent();
    }

    private SeparateConnection separate() {
        return new SeparateConnection(link, link.userAgent(caseId));
    }

    private Exchange recorded(Packet packet, int session, int attempt, Traffic traffic) {
        link.answerLimit().look(traffic);
        return recorder.exchange(caseId, purpose, session, attempt, traffic, packet.content(), packet.identity());
    }

    private void noteEnding(Exchange exchange) {
        if (!dead && purpose.judged()) {
            link.answerLimit().ended(exchange.request().text(), exchange.answer(), exchange.ending());
        }
    }

    /** Distinguishes a server that does not answer this packet from one that does not answer at all. */
    private DrivingStopped unanswered(String packet, Exchange exchange) {
        if (purpose == Purpose.CLEAN_UP) {
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
        if (purpose != Purpose.CLEAN_UP && FrontEnd.keepsFromServer(answer)) {
            connection.abandon();
            DrivingStopped stopped = missing.behindFrontEnd(what, answer);
            dead = stopped.ending() == CaseEnd.Ending.TARGET_DEAD;
            throw stopped;
        }
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
