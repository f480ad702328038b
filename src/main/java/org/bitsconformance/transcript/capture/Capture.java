package org.bitsconformance.transcript.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;

/**
 * A capture as a record: one case for each client, with its packets in the order in which they were sent.
 *
 * @param events the header, the cases and the end
 * @param leftOut how many of its messages are not BITS packets
 * @param begunBefore how many packets were left out because their sessions were created before the capture began
 * @param twice how many packets were left out because it has them a second time, from the other side of a proxy
 * @param note what a reader should know about the capture; empty if there is nothing
 */
public record Capture(List<Event> events, int leftOut, int begunBefore, int twice, String note) {

    /** Id of the case of a capture's first client, and of the scenario; another client adds its number. */
    public static final String CASE = "capture";

    /** Name of the plan in the record of a HAR or SAZ. */
    public static final String PLAN = "capture";

    /** Name of the plan in the record of the bytes of a connection. */
    static final String STREAMS = "streams";

    /**
     * Requirements about what a HAR does not show: it has headers and decoded bodies instead of the bytes on the wire,
     * and leaves out what never became HTTP. A SAZ has the bytes that a proxy took in and passed on, so that it does not
     * show them either.
     */
    public static final List<String> NOT_SHOWN = List.of(
            "answer.sent",
            "answer.http",
            "answer.http-version",
            "answer.content-length.exact",
            "answer.body-read",
            "packet.http-version",
            "packet.header.form",
            "packet.content-length",
            "packet.content-name.form",
            "packet.target",
            "client.one-at-a-time");

    /** The record of these packets, at least one. */
    static Capture of(String plan, String suite, List<CapturedPacket> all, int leftOut, String note) {
        List<CapturedPacket> packets = new ArrayList<>(TwoHops.once(all));
        packets.sort(Comparator.comparing(CapturedPacket::started));
        Map<String, List<CapturedPacket>> byClient = new LinkedHashMap<>();
        packets.forEach(packet -> byClient.computeIfAbsent(packet.client(), name -> new ArrayList<>())
                .add(packet));
        List<String> cases = new ArrayList<>();
        List<Event> ofCases = new ArrayList<>();
        Counters counters = new Counters();
        Instant zero = packets.get(0).started();
        byClient.forEach((client, own) -> {
            String id = cases.isEmpty() ? CASE : CASE + "-" + (cases.size() + 1);
            cases.add(id);
            ofCases.addAll(oneCase(id, client, own, zero, counters));
        });
        List<Event> events = new ArrayList<>();
        events.add(header(packets.get(0), plan, suite, cases));
        events.add(new Probed(
                packets.stream().flatMap(packet -> packet.server().stream()).findFirst(), Optional.empty()));
        events.addAll(ofCases);
        events.add(end(ofCases));
        return new Capture(List.copyOf(events), leftOut, counters.begunBefore, all.size() - packets.size(), note);
    }

    /** Counts over all cases. */
    private static final class Counters {
        private int exchanges;
        private int begunBefore;
    }

    private static List<Event> oneCase(
            String id, String client, List<CapturedPacket> packets, Instant zero, Counters counters) {
        CaptureSessions sessions = new CaptureSessions();
        List<Event> events = new ArrayList<>();
        events.add(new CaseStart(
                id, CASE, client.isEmpty() ? Map.of() : Map.of("client", client), List.of("answer.packet-type"), 1));
        for (CapturedPacket packet : packets) {
            Optional<Integer> session = sessions.of(packet);
            if (session.isPresent()) {
                counters.exchanges++;
                events.add(packet.exchange("x" + counters.exchanges, id, session.get(), zero));
            } else {
                counters.begunBefore++;
            }
        }
        Optional<String> refusal = RefusedUpload.among(events);
        events.add(new CaseEnd(
                id,
                refusal.isPresent() ? CaseEnd.Ending.PREREQUISITE_MISSING : CaseEnd.Ending.DRIVEN,
                refusal.orElse("")));
        return events;
    }

    private static RunEnd end(List<Event> events) {
        List<Exchange> exchanges = events.stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
        return new RunEnd(
                "",
                exchanges.size(),
                exchanges.stream().mapToLong(one -> one.request().length()).sum(),
                exchanges.stream().mapToLong(one -> one.answer().length()).sum(),
                exchanges.stream()
                                .mapToLong(one -> one.timing().endedMicros())
                                .max()
                                .orElse(0)
                        / 1_000);
    }

    private static RunHeader header(CapturedPacket first, String plan, String suite, List<String> cases) {
        return new RunHeader(
                new RunHeader.Origin(RunHeader.FORMAT, suite, first.started()),
                new RunHeader.Tested(
                        first.origin(),
                        "upload",
                        "none",
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Declared.NOTHING),
                new RunHeader.Judging(Dialect.ANY, false, EnumSet.allOf(Side.class)),
                new RunHeader.Cases(plan, List.copyOf(cases), RunHeader.PLAN_ORDER));
    }
}
