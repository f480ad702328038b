package org.bitsconformance.rule.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.history.Step.Reference;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.IdleEnd;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.Request;
import org.bitsconformance.transcript.UnreadBody;

/** Folds the events of a case into its history. */
public final class Histories {

    private final Map<Integer, Given> given = new HashMap<>();
    private final Map<Integer, PermittedStates> states = new HashMap<>();
    private final SessionHosts hosts = new SessionHosts();

    private final Set<String> endedByServer;

    /**
     * A session as the server gave it.
     *
     * @param id as it stands in the Ack
     * @param resource what it was created for
     */
    private record Given(String id, String resource) {}

    /** Flaws that a server is not to overlook; the others are open, and it may carry the packet out. */
    private static final Set<Flaw> FORBIDDEN = EnumSet.of(
            Flaw.PACKET_TYPE_UNKNOWN,
            Flaw.VALUE_TOO_LONG,
            Flaw.SESSION_MISSING,
            Flaw.RANGE_INVALID,
            Flaw.LENGTH_DIFFERS,
            Flaw.TOTAL_CHANGED);

    private static final int OUT_OF_SYNC = 416;

    private Histories(List<Event> events) {
        this.endedByServer = all(events, ConnectionEnded.class).stream()
                .filter(end -> end.by() == ConnectionEnded.By.SERVER)
                .map(ConnectionEnded::connection)
                .collect(Collectors.toSet());
    }

    /**
     * The history of one case.
     *
     * @param events the events from its {@link CaseStart} to its {@link CaseEnd}, others may stand among them
     * @throws IllegalArgumentException when there is no case start or end among them
     */
    public static CaseHistory of(List<Event> events) {
        CaseStart start = only(events, CaseStart.class);
        CaseEnd end = only(events, CaseEnd.class);
        List<Exchange> exchanges = all(events, Exchange.class).stream()
                .filter(exchange -> exchange.caseId().equals(start.caseId()))
                .toList();
        Histories fold = new Histories(events);
        List<Step> steps = new ArrayList<>();
        List<Download> downloads = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            List<Exchange> later = exchanges.subList(i + 1, exchanges.size());
            if (i > 0 && UnreadBody.answered(exchanges.get(i - 1), exchanges.get(i), later)) {
                fold.notAnswered(exchanges.get(i));
            } else if (exchanges.get(i).purpose().judged()) {
                steps.add(fold.step(exchanges.get(i), later));
            } else if (exchanges.get(i).purpose() == Purpose.DOWNLOAD) {
                downloads.add(download(exchanges.get(i), steps));
            }
        }
        List<ReadBack> readBacks = all(events, ReadBack.class).stream()
                .filter(look -> look.caseId().equals(start.caseId()))
                .toList();
        List<Notice> requests = all(events, Notification.class).stream()
                .filter(one -> one.caseId().equals(start.caseId()))
                .map(Notice::of)
                .toList();
        List<HandedFile> files = all(events, HandedFile.class).stream()
                .filter(one -> one.caseId().equals(start.caseId()))
                .toList();
        return new CaseHistory(
                start,
                steps,
                readBacks,
                readBacksAfter(readBacks, events),
                requests.stream().filter(one -> !one.aboutStaticReply()).toList(),
                requests.stream().filter(Notice::aboutStaticReply).toList(),
                files,
                downloads,
                end);
    }

    private static Download download(Exchange exchange, List<Step> before) {
        List<Step> session = before.stream()
                .filter(step -> step.exchange().session() == exchange.session())
                .toList();
        return Download.of(
                exchange,
                last(
                        session,
                        step -> step.is(PacketType.FRAGMENT)
                                && step.answer()
                                        .flatMap(answer -> answer.headers().first(BitsHeaders.REPLY_URL))
                                        .filter(url -> !url.isBlank())
                                        .isPresent()),
                last(
                        session,
                        step -> (step.is(PacketType.CLOSE_SESSION) || step.is(PacketType.CANCEL_SESSION))
                                && step.ack().filter(ack -> ack.status() == 200).isPresent()));
    }

    private static Optional<Step> last(List<Step> steps, Predicate<Step> which) {
        return steps.stream().filter(which).reduce((earlier, later) -> later);
    }

    private static Map<String, List<ReadBack>> readBacksAfter(List<ReadBack> readBacks, List<Event> events) {
        Map<String, List<ReadBack>> after = new HashMap<>();
        String last = "";
        for (Event event : events) {
            if (event instanceof Exchange exchange) {
                last = exchange.id();
            } else if (event instanceof ReadBack look && readBacks.contains(look)) {
                after.computeIfAbsent(last, id -> new ArrayList<>()).add(look);
            }
        }
        return after;
    }

    /** What came back answers the body of the packet before: this one was carried out, or it was not. */
    private void notAnswered(Exchange exchange) {
        Request request = Request.parse(exchange.request());
        states.computeIfPresent(exchange.session(), (session, before) -> before.afterSilence(request));
    }

    private Step step(Exchange exchange, List<Exchange> later) {
        Request request = Request.parse(exchange.request());
        Optional<Answer> answer = exchange.ending() == Ending.CUT_OFF
                ? Optional.empty()
                : AnswerParser.parse(exchange.answer().text(), request.method(), exchange.ending() == Ending.CLOSED);
        Reference reference = reference(request);
        PermittedStates before = states.getOrDefault(exchange.session(), PermittedStates.unknown());
        Set<Flaw> flaws = flaws(exchange, request, answer, reference, before);
        PermittedStates after = after(exchange, request, answer, reference, before, flaws);
        states.put(exchange.session(), after);
        Whereabouts whereabouts = hosts.of(exchange.session(), request);
        RefusedBody body = RefusedBody.of(exchange, request, answer, later, endedByServer);
        int excess = body.stray().isPresent() ? 0 : answer.map(Answer::excess).orElse(0) + unaskedAfter(later);
        return new Step(
                exchange,
                request,
                answer,
                reference,
                before,
                after,
                body,
                excess,
                aliveAfter(later),
                challenged(exchange, answer, later),
                flaws,
                whereabouts);
    }

    /** A valid packet that is refused where its session need not be says nothing of the session. */
    private Set<Flaw> flaws(
            Exchange exchange, Request request, Optional<Answer> answer, Reference reference, PermittedStates before) {
        Set<Flaw> flaws = Flaws.of(exchange, request, reference, before);
        boolean ofSession = reference == Reference.GIVEN && !request.is(PacketType.PING);
        boolean refused = answer.filter(seen -> !seen.success() && seen.status() != OUT_OF_SYNC)
                .isPresent();
        if (flaws.isEmpty() && ofSession && refused && hosts.mayBeAstray(exchange.session(), request)) {
            flaws.add(Flaw.SESSION_ASTRAY);
        }
        if (ofSession && answer.filter(Answer::success).isPresent()) {
            hosts.took(exchange.session(), request);
        }
        return flaws;
    }

    private Reference reference(Request request) {
        return request.sessionId().map(id -> reference(id, request.resource())).orElse(Reference.NONE);
    }

    private Reference reference(String id, String resource) {
        List<Given> exact =
                given.values().stream().filter(one -> one.id().equals(id)).toList();
        if (!exact.isEmpty()) {
            return exact.stream().map(Given::resource).anyMatch(resource::equals)
                    ? Reference.GIVEN
                    : Reference.ELSEWHERE;
        }
        return given.values().stream().anyMatch(one -> SessionSpelling.same(one.id(), id))
                ? Reference.RESPELT
                : Reference.UNKNOWN;
    }

    /** A packet with a flaw that is refused changes nothing; one that is taken all the same leaves nothing known. */
    private PermittedStates after(
            Exchange exchange,
            Request request,
            Optional<Answer> answer,
            Reference reference,
            PermittedStates before,
            Set<Flaw> flaws) {
        if (exchange.ending() == Ending.CUT_OFF) {
            return brokenOff(exchange, request, reference, before);
        }
        if (IdleEnd.is(exchange.answer()) && exchange.judgesNothing()) {
            return before;
        }
        if (answer.filter(Histories::wasNotHandedOn).isPresent() && !request.is(PacketType.CREATE_SESSION)) {
            return before;
        }
        if (request.is(PacketType.CREATE_SESSION)) {
            return created(exchange.session(), request, answer);
        }
        boolean refused = answer.filter(Answer::success).isEmpty();
        if (answer.isPresent() && flaws.stream().anyMatch(FORBIDDEN::contains)) {
            return refused ? before : PermittedStates.unknown();
        }
        if (answer.isPresent() && refused && !EnumSet.of(Flaw.SESSION_ENDED).containsAll(flaws)) {
            return before;
        }
        if (reference == Reference.UNKNOWN || request.is(PacketType.PING) || (reference == Reference.NONE && refused)) {
            return before;
        }
        if (answer.isEmpty() || reference == Reference.NONE) {
            return before.afterSilence(request);
        }
        boolean repeated = flaws.contains(Flaw.FIELD_REPEATED);
        boolean owed = new Step(
                        exchange,
                        request,
                        answer,
                        reference,
                        before,
                        before,
                        RefusedBody.NOT_SEEN,
                        0,
                        false,
                        false,
                        flaws,
                        Whereabouts.UNNAMED)
                .ack()
                .isPresent();
        return owed && !repeated
                ? before.after(request, answer.get())
                : afterOddForm(request, answer.get(), before, repeated);
    }

    /**
     * No Ack is owed to a packet of an odd form, and which of two values was taken is not known. An Ack that says that the
     * packet was carried out is held to it; any other answer leaves it open.
     */
    private static PermittedStates afterOddForm(
            Request request, Answer answer, PermittedStates before, boolean repeated) {
        boolean says = answer.success()
                && answer.headers()
                        .first(BitsHeaders.PACKET_TYPE)
                        .filter(PacketType.ACK.headerValue()::equalsIgnoreCase)
                        .isPresent();
        PermittedStates said = says && !repeated ? before.after(request, answer) : PermittedStates.unknown();
        return said.isUnknown() ? before.afterSilence(request).waitingFor(answer) : said;
    }

    /** Without a whole header there is no request, and nothing that a server could carry out. */
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
                .ifPresent(named -> given.put(session, new Given(named, request.resource())));
        answer.ifPresent(seen -> hosts.created(session, request, seen));
        return id.isPresent() ? PermittedStates.created() : PermittedStates.unknown();
    }

    /** Whether an answer says that the server never saw the packet. */
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

    /** The next request notes them; it went over a new connection because of them. */
    private static int unaskedAfter(List<Exchange> later) {
        return later.stream()
                .findFirst()
                .filter(next -> !IdleEnd.is(next.unasked()))
                .map(next -> (int) next.unasked().length())
                .orElse(0);
    }

    private static boolean aliveAfter(List<Exchange> later) {
        return later.stream()
                .findFirst()
                .filter(next -> next.purpose() == Purpose.PROBE)
                .filter(next -> AnswerParser.parse(next.answer().text(), BitsHeaders.VERB, true)
                        .isPresent())
                .isPresent();
    }

    private static <T extends Event> T only(List<Event> events, Class<T> type) {
        return all(events, type).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " among the events"));
    }

    private static <T extends Event> List<T> all(List<Event> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
