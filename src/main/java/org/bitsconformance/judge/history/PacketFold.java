package org.bitsconformance.judge.history;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.UnusualForm;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.IdleEnd;
import org.bitsconformance.transcript.http.Request;

/** Turns the packets of a case into steps, in order, each with the states that its session may be in before and after. */
final class PacketFold {

    private final GivenSessions given = new GivenSessions();
    /** When each session was asked for, in microseconds of the run. */
    private final Map<Integer, Long> createdMicros = new HashMap<>();

    private final Map<Integer, PermittedStates> states = new HashMap<>();
    private final SessionHosts hosts = new SessionHosts();

    private final Optional<SessionTimeout> timeout;
    private final Set<String> endedByServer;

    /** Connections that carried a request with no single meaning, and why. */
    private final Map<String, String> openConnections = new HashMap<>();

    /** Flaws that a server must not overlook; the others are open, and it may carry out the packet. */
    private static final Set<Flaw> FORBIDDEN = EnumSet.of(
            Flaw.PACKET_TYPE_UNKNOWN,
            Flaw.VALUE_TOO_LONG,
            Flaw.BODY_UNEXPECTED,
            Flaw.SESSION_MISSING,
            Flaw.RANGE_INVALID,
            Flaw.LENGTH_DIFFERS,
            Flaw.TOTAL_CHANGED);

    private static final int OUT_OF_SYNC = 416;

    PacketFold(List<ConnectionEnded> ends, DeclaredLimits limits) {
        this.timeout = SessionTimeout.of(limits);
        this.endedByServer = ends.stream()
                .filter(end -> end.by() == ConnectionEnded.By.SERVER)
                .map(ConnectionEnded::connection)
                .collect(Collectors.toSet());
    }

    /** Facts about a packet that are needed again and again. */
    private record Packet(
            Exchange exchange,
            Request request,
            Optional<Answer> answer,
            Reference reference,
            PermittedStates before,
            Set<Flaw> flaws,
            Optional<String> leftOpen) {

        boolean is(PacketType type) {
            return request.is(type);
        }

        boolean refused() {
            return answer.isPresent() && !taken();
        }

        boolean taken() {
            return answer.filter(Answer::success).isPresent();
        }

        Step step(PermittedStates after, Surroundings around, HostFollowed hostFollowed) {
            return new Step(
                    exchange, request, answer, reference, new Step.Course(before, after, around), flaws, hostFollowed);
        }
    }

    /** Handles an answer to the previous packet's body: it is unknown whether this packet was carried out. */
    void notAnswered(Exchange exchange) {
        Request request = Request.parse(exchange.request());
        states.computeIfPresent(exchange.session(), (session, before) -> before.afterSilence(request));
    }

    Step step(Exchange exchange, List<Exchange> later) {
        Request request = Request.parse(exchange.request());
        Optional<Answer> answer = exchange.awaited();
        Reference reference = given.reference(request);
        PermittedStates before = states.getOrDefault(exchange.session(), PermittedStates.unknown());
        if (request.is(PacketType.CREATE_SESSION)) {
            createdMicros.put(exchange.session(), exchange.timing().startedMicros());
            given.unread(exchange.unread());
        }
        Set<Flaw> flaws = flaws(exchange, request, answer, reference, before);
        Set<UnusualForm> forms = UnusualForm.of(exchange);
        Optional<String> open = whyOpen(exchange, request, forms).or(() -> given.whyOpen(reference));
        Packet packet = new Packet(exchange, request, answer, reference, before, flaws, open);
        PermittedStates after = after(packet);
        states.put(exchange.session(), after);
        HostFollowed hostFollowed = hosts.of(exchange.session(), request);
        RefusedBody body = RefusedBody.of(exchange, request, answer, later, endedByServer);
        int excess = body.stray().isPresent() ? 0 : answer.map(Answer::excess).orElse(0) + unaskedAfter(later);
        Surroundings around = new Surroundings(
                open.or(() -> OpenRequest.whyRefused(exchange, request, forms, answer)),
                body,
                excess,
                pingAfter(later),
                challenged(exchange, answer, later));
        return packet.step(after, around, hostFollowed);
    }

    /** Why the answer to a packet is open: the packet, or one before it on its connection, has no single meaning. */
    private Optional<String> whyOpen(Exchange exchange, Request request, Set<UnusualForm> forms) {
        if (exchange.ending() == Ending.CUT_OFF || !exchange.request().text().contains("\r\n\r\n")) {
            return Optional.empty();
        }
        Optional<String> own = OpenRequest.why(exchange, request, forms);
        Optional<String> why = own.or(() -> Optional.ofNullable(openConnections.get(exchange.connection())));
        why.filter(said -> !exchange.connection().isEmpty())
                .ifPresent(said -> openConnections.put(exchange.connection(), said));
        return why;
    }

    /** The flaws, plus those which make the refusal of a valid packet say nothing about its session. */
    private Set<Flaw> flaws(
            Exchange exchange, Request request, Optional<Answer> answer, Reference reference, PermittedStates before) {
        Set<Flaw> flaws = Flaws.of(exchange, request, reference, before);
        boolean ofSession = reference == Reference.GIVEN && !request.is(PacketType.PING);
        boolean refused = answer.filter(seen -> !seen.success() && seen.status() != OUT_OF_SYNC)
                .isPresent();
        if (flaws.isEmpty() && ofSession && refused && hosts.mayBeAstray(exchange.session(), request)) {
            flaws.add(Flaw.SESSION_ASTRAY);
        }
        if (flaws.stream().allMatch(Flaw.OPEN::equals) && ofSession && refused && mayHaveTimedOut(exchange)) {
            flaws.add(Flaw.SESSION_OLD);
        }
        if (ofSession && answer.filter(Answer::success).isPresent()) {
            hosts.took(exchange.session(), request);
        }
        return flaws;
    }

    /** Whether a session is so old that the server need not keep it; other code decides how long it was idle. */
    private boolean mayHaveTimedOut(Exchange exchange) {
        return Optional.ofNullable(createdMicros.get(exchange.session()))
                .filter(created -> timeout.filter(
                                known -> !known.certainlyKeeps(exchange.timing().endedMicros() - created))
                        .isPresent())
                .isPresent();
    }

    /** A refused packet with a flaw changes nothing; if it is accepted anyway, the state is unknown. */
    private PermittedStates after(Packet packet) {
        Exchange exchange = packet.exchange();
        Request request = packet.request();
        Optional<Answer> answer = packet.answer();
        Reference reference = packet.reference();
        PermittedStates before = packet.before();
        Set<Flaw> flaws = packet.flaws();
        if (exchange.ending() == Ending.CUT_OFF) {
            return brokenOff(exchange, request, reference, before);
        }
        if (IdleEnd.is(exchange.answer()) && exchange.judgesNothing()) {
            return before;
        }
        if (answer.filter(PacketFold::wasNotHandedOn).isPresent() && !request.is(PacketType.CREATE_SESSION)) {
            return before;
        }
        PermittedStates created = packet.is(PacketType.CREATE_SESSION)
                ? created(exchange.session(), request, answer)
                : PermittedStates.unknown();
        if (packet.leftOpen().isPresent() && !packet.refused() && !OpenRequest.changesNothing(request)) {
            return leaveOpen(request, packet.leftOpen().get());
        }
        Optional<PermittedStates> taken = takenThoughFlawed(packet);
        if (taken.isPresent()) {
            return taken.get();
        }
        if (packet.is(PacketType.CREATE_SESSION)) {
            return created;
        }
        if (packet.refused() && !EnumSet.of(Flaw.SESSION_ENDED).containsAll(flaws)) {
            return before;
        }
        if (reference == Reference.UNKNOWN
                || request.is(PacketType.PING)
                || (reference == Reference.NONE && !packet.taken())) {
            return before;
        }
        if (answer.isEmpty() || reference == Reference.NONE) {
            return before.afterSilence(request);
        }
        boolean owed = packet.step(before, Surroundings.before(packet.leftOpen()), HostFollowed.UNNAMED)
                .ack()
                .isPresent();
        return owed ? before.after(request, answer.get()) : afterOddForm(request, answer.get(), before);
    }

    /**
     * The states after a packet that should have been refused but was accepted: nobody knows what it did, for example
     * how much of its body is kept. Empty if it was refused, or had no such flaw.
     */
    private static Optional<PermittedStates> takenThoughFlawed(Packet packet) {
        boolean create = packet.is(PacketType.CREATE_SESSION);
        boolean unclear = packet.flaws().stream()
                .anyMatch(flaw -> create ? flaw == Flaw.BODY_UNEXPECTED : FORBIDDEN.contains(flaw));
        boolean endless = packet.flaws().contains(Flaw.LENGTH_MISSING) && packet.is(PacketType.FRAGMENT);
        return packet.taken() && !packet.is(PacketType.PING) && (unclear || endless)
                ? Optional.of(PermittedStates.leftOpen("a "
                        + packet.request()
                                .packetType()
                                .map(PacketType::toString)
                                .orElse("packet of no known type")
                        + " was accepted but should have been refused, and its effect is not known"))
                : Optional.empty();
    }

    /** Leaves open the states of every session that a request may be about; returns those of its own. */
    private PermittedStates leaveOpen(Request request, String why) {
        PermittedStates open = PermittedStates.leftOpen(why);
        given.namedBy(request).forEach(session -> states.put(session, open));
        return open;
    }

    /**
     * The states after a packet of an odd form, which needs no Ack. An Ack that says it was carried out counts; any
     * other answer leaves it open.
     */
    private static PermittedStates afterOddForm(Request request, Answer answer, PermittedStates before) {
        boolean says = answer.success()
                && answer.headers()
                        .first(BitsHeaders.PACKET_TYPE)
                        .filter(PacketType.ACK.headerValue()::equalsIgnoreCase)
                        .isPresent();
        PermittedStates said = says ? before.after(request, answer) : PermittedStates.unknown();
        return said.isUnknown() ? before.afterSilence(request).waitingFor(answer) : said;
    }

    /** Without a whole header there is no request, and nothing for a server to carry out. */
    private static PermittedStates brokenOff(
            Exchange exchange, Request request, Reference reference, PermittedStates before) {
        if (!Request.wellFormed(exchange.request()) || reference == Reference.UNKNOWN) {
            return before;
        }
        return request.is(PacketType.CREATE_SESSION) ? PermittedStates.unknown() : before.afterBreakingOff(request);
    }

    private PermittedStates created(int session, Request request, Optional<Answer> answer) {
        Optional<String> id = answer.filter(Answer::success)
                .flatMap(seen -> seen.headers().first(BitsHeaders.SESSION_ID))
                .filter(value -> !value.isEmpty());
        answer.flatMap(seen -> seen.headers().first(BitsHeaders.SESSION_ID))
                .ifPresent(named -> given.give(session, named, request.resource()));
        answer.ifPresent(seen -> hosts.created(session, request, seen));
        return id.isPresent() ? PermittedStates.created() : PermittedStates.unknown();
    }

    /** Whether an answer says that the packet never reached the server. */
    private static boolean wasNotHandedOn(Answer answer) {
        return FrontEnd.asksForCredentials(answer) || FrontEnd.asksToComeAgain(answer);
    }

    private static boolean asksForCredentials(Optional<Answer> answer) {
        return answer.filter(FrontEnd::asksForCredentials).isPresent();
    }

    private static boolean challenged(Exchange exchange, Optional<Answer> answer, List<Exchange> later) {
        return asksForCredentials(answer)
                && later.stream()
                        .findFirst()
                        .filter(next -> next.attempt() > exchange.attempt())
                        .filter(next -> next.session() == exchange.session())
                        .isPresent();
    }

    /** The next request records them, since it went over a new connection because of them. */
    private static int unaskedAfter(List<Exchange> later) {
        return later.stream()
                .findFirst()
                .filter(next -> !IdleEnd.is(next.unasked()))
                .map(next -> (int) next.unasked().length())
                .orElse(0);
    }

    private static Optional<Exchange> pingAfter(List<Exchange> later) {
        return later.stream()
                .findFirst()
                .filter(next -> next.purpose() == Purpose.PROBE)
                .filter(next -> next.received().isPresent());
    }
}
