package org.bitsconformance.judge.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.UnreadBody;

/** Builds the history of a case from its events. What is before or after a packet counts within its lane. */
public final class Histories {

    private Histories() {}

    /**
     * The history of one case.
     *
     * @param events the events from its {@link CaseStart} to its {@link CaseEnd}; there may be others among them
     * @param limits what the target declares
     * @throws IllegalArgumentException when there is no case start or end among them
     */
    public static CaseHistory of(List<Event> events, DeclaredLimits limits) {
        CaseStart start = only(events, CaseStart.class);
        CaseEnd end = only(events, CaseEnd.class);
        List<Exchange> exchanges = all(events, Exchange.class).stream()
                .filter(exchange -> exchange.caseId().equals(start.caseId()))
                .toList();
        PacketFold fold = new PacketFold(all(events, ConnectionEnded.class), limits);
        List<Step> steps = new ArrayList<>();
        List<Download> downloads = new ArrayList<>();
        Map<Integer, List<Exchange>> lanes = exchanges.stream()
                .collect(Collectors.groupingBy(one -> one.carriage().lane()));
        Map<Integer, Integer> places = new HashMap<>();
        for (Exchange exchange : exchanges) {
            List<Exchange> lane = lanes.get(exchange.carriage().lane());
            int place = places.merge(exchange.carriage().lane(), 1, Integer::sum);
            List<Exchange> later = lane.subList(place, lane.size());
            if (place > 1 && UnreadBody.answered(lane.get(place - 2), exchange, later)) {
                fold.notAnswered(exchange);
            } else if (exchange.purpose().judged()) {
                steps.add(fold.step(exchange, later));
            } else if (exchange.purpose() == Purpose.DOWNLOAD) {
                downloads.add(download(exchange, steps));
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
                new CaseHistory.Application(
                        requests.stream().filter(one -> !one.aboutStaticReply()).toList(),
                        requests.stream().filter(Notice::aboutStaticReply).toList(),
                        files),
                downloads,
                new CaseHistory.Closing(
                        end,
                        all(events, ClientEnded.class).stream()
                                .filter(one -> one.caseId().equals(start.caseId()))
                                .findFirst()));
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

    private static <T extends Event> T only(List<Event> events, Class<T> type) {
        return all(events, type).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " among the events"));
    }

    private static <T extends Event> List<T> all(List<Event> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
