package org.bitsconformance.rule.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.history.Step.Reference;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.IdleEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.Request;

/** Folds the events of a case into its history. */
public final class Histories {

    private final Map<Integer, String> ids = new HashMap<>();
    private final Map<Integer, PermittedStates> states = new HashMap<>();

    /** Flaws that a server is not to overlook; the others are open, and it may carry the packet out. */
    private static final Set<Flaw> FORBIDDEN = EnumSet.of(
            Flaw.PACKET_TYPE_UNKNOWN,
            Flaw.VALUE_TOO_LONG,
            Flaw.SESSION_MISSING,
            Flaw.RANGE_INVALID,
            Flaw.LENGTH_DIFFERS,
            Flaw.TOTAL_CHANGED);

    private Histories() {}

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
        Histories fold = new Histories();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            if (exchanges.get(i).purpose().judged()) {
                steps.add(fold.step(exchanges.get(i), exchanges.subList(i + 1, exchanges.size())));
            }
        }
        List<ReadBack> readBacks = all(events, ReadBack.class).stream()
                .filter(look -> look.caseId().equals(start.caseId()))
                .toList();
        return new CaseHistory(start, steps, readBacks, readBacksAfter(readBacks, events), end);
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

    private Step step(Exchange exchange, List<Exchange> later) {
        Request request = Request.parse(exchange.request());
        Optional<Answer> answer =
                AnswerParser.parse(exchange.answer().text(), request.method(), exchange.ending() == Ending.CLOSED);
        Reference reference = reference(request);
        PermittedStates before = states.getOrDefault(exchange.session(), PermittedStates.unknown());
        PermittedStates after = after(exchange, request, answer, reference, before);
        states.put(exchange.session(), after);
        int excess = answer.map(Answer::excess).orElse(0) + unaskedAfter(later);
        return new Step(exchange, request, answer, reference, before, after, excess, aliveAfter(later));
    }

    private Reference reference(Request request) {
        return request.sessionId()
                .map(id -> ids.values().stream().anyMatch(id::equalsIgnoreCase) ? Reference.GIVEN : Reference.UNKNOWN)
                .orElse(Reference.NONE);
    }

    /** A packet with a flaw that is refused changes nothing; one that is taken all the same leaves nothing known. */
    private PermittedStates after(
            Exchange exchange, Request request, Optional<Answer> answer, Reference reference, PermittedStates before) {
        if (IdleEnd.is(exchange.answer()) && exchange.judgesNothing()) {
            return before;
        }
        if (request.is(PacketType.CREATE_SESSION)) {
            return created(exchange.session(), answer);
        }
        boolean refused = answer.filter(Answer::success).isEmpty();
        Set<Flaw> flaws = Flaws.of(exchange, request, reference, before);
        if (answer.isPresent() && flaws.stream().anyMatch(FORBIDDEN::contains)) {
            return refused ? before : PermittedStates.unknown();
        }
        if (answer.isPresent() && refused && !EnumSet.of(Flaw.SESSION_ENDED).containsAll(flaws)) {
            return before;
        }
        if (reference == Reference.UNKNOWN || request.is(PacketType.PING) || (reference == Reference.NONE && refused)) {
            return before;
        }
        if (answer.isEmpty()
                || reference == Reference.NONE
                || new Step(exchange, request, answer, reference, before, before, 0, false)
                        .ack()
                        .isEmpty()) {
            return before.afterSilence(request);
        }
        return before.after(request, answer.get());
    }

    private PermittedStates created(int session, Optional<Answer> answer) {
        Optional<String> id = answer.filter(Answer::success)
                .flatMap(seen -> seen.headers().first(BitsHeaders.SESSION_ID))
                .filter(value -> !value.isEmpty());
        answer.flatMap(seen -> seen.headers().first(BitsHeaders.SESSION_ID))
                .ifPresent(given -> ids.put(session, given));
        return id.isPresent() ? PermittedStates.created() : PermittedStates.unknown();
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
