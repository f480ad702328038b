package org.bitsconformance.report.reproduce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Request;

/**
 * The case that broke a requirement, with the packets that led there.
 *
 * @param requirement that was broken
 * @param finding the first that says so
 * @param of the result of the case
 * @param packets those of the drive that shows it, in order, up to the deciding one
 */
record BrokenCase(RequirementResult requirement, Finding finding, CaseResult of, List<Packet> packets) {

    /** Requirements on what follows an answer, which the next packet shows. */
    private static final Set<String> SHOWN_BY_THE_NEXT = Set.of("answer.body-read");

    /** Requirements on the HTTP form of an answer, which curl hides or refuses. */
    private static final Set<String> BELOW_THE_HEADERS =
            Set.of("answer.http", "answer.http-version", "answer.content-length.exact", "answer.body");

    /**
     * A packet.
     *
     * @param session the number of the session whose id it has, according to earlier answers; empty if it has no id, or
     *     one that the server did not give
     * @param gives the number of the session whose id its answer gives; empty if no later packet needs it
     */
    record Packet(Exchange exchange, Request request, OptionalInt session, OptionalInt gives) {}

    static Optional<BrokenCase> of(RequirementResult requirement, RunResult result) {
        return requirement.findings().stream()
                .filter(finding -> finding.broken() && !finding.known())
                .flatMap(finding -> result.cases().stream()
                        .filter(one -> one.id().equals(finding.caseId()))
                        .map(one -> new BrokenCase(requirement, finding, one, packets(sent(finding, one)))))
                .filter(broken -> !broken.packets().isEmpty() && !broken.isOfDownload())
                .filter(broken -> !(notifies(result) && broken.handsOver()))
                .findFirst();
    }

    /** Whether the order of packets on one connection matters. */
    boolean ofOneConnection() {
        return SHOWN_BY_THE_NEXT.contains(finding.requirement());
    }

    /** Whether the bytes of an answer matter, not just what an HTTP client makes of them. */
    boolean ofBytes() {
        return BELOW_THE_HEADERS.contains(finding.requirement());
    }

    /** Whether it is about what is at the destination in the end. */
    boolean ofDelivery() {
        return finding.requirement().startsWith("delivery.");
    }

    /** Whether the target of a run notifies the suite's server application. */
    private static boolean notifies(RunResult result) {
        return result.header()
                .target()
                .declared()
                .notification()
                .filter(declared -> !declared.type().equals(DeclaredNotification.NONE))
                .isPresent();
    }

    /**
     * Whether the last byte of an upload is among the packets, which a script cannot send because it has no server
     * application.
     */
    private boolean handsOver() {
        return packets.stream()
                .flatMap(packet -> packet.request().contentRange().stream())
                .anyMatch(range -> range.last() + 1 == range.total());
    }

    /** Whether a download decides, which cannot be repeated because the URL of a reply belongs to its session. */
    private boolean isOfDownload() {
        return packets.stream()
                .anyMatch(packet -> packet.exchange().purpose() == Purpose.DOWNLOAD
                        && packet.exchange().id().equals(finding.exchange()));
    }

    private static List<Exchange> sent(Finding finding, CaseResult of) {
        List<Exchange> all = of.drives().stream()
                .map(Drive::exchanges)
                .filter(exchanges -> finding.exchange().isEmpty()
                        || exchanges.stream().anyMatch(one -> one.id().equals(finding.exchange())))
                .findFirst()
                .orElse(List.of());
        int more = SHOWN_BY_THE_NEXT.contains(finding.requirement()) ? 1 : 0;
        List<Exchange> sent = new ArrayList<>();
        boolean decided = false;
        for (Exchange exchange : all) {
            boolean decides = exchange.id().equals(finding.exchange());
            if (decides || isPacket(exchange)) {
                sent.add(exchange);
                more -= decided ? 1 : 0;
            }
            decided |= decides;
            if (decided && more <= 0) {
                break;
            }
        }
        return sent;
    }

    private static boolean isPacket(Exchange exchange) {
        return exchange.purpose() != Purpose.PROBE
                && exchange.purpose() != Purpose.DOWNLOAD
                && exchange.purpose() != Purpose.CLEAN_UP
                && !exchange.request().isEmpty()
                && !exchange.judgesNothing();
    }

    private static List<Packet> packets(List<Exchange> sent) {
        Map<String, Integer> given = new HashMap<>();
        List<Packet> packets = new ArrayList<>();
        int sessions = 0;
        for (int i = 0; i < sent.size(); i++) {
            Request request = Request.parse(sent.get(i).request());
            OptionalInt session = request.sessionId().filter(given::containsKey).map(given::get).stream()
                    .mapToInt(Integer::intValue)
                    .findFirst();
            Optional<String> id = request.is(PacketType.CREATE_SESSION)
                    ? idIn(sent.get(i)).filter(used(sent.subList(i + 1, sent.size()))::contains)
                    : Optional.empty();
            OptionalInt gives = OptionalInt.empty();
            if (id.isPresent()) {
                sessions++;
                given.put(id.get(), sessions);
                gives = OptionalInt.of(sessions);
            }
            packets.add(new Packet(sent.get(i), request, session, gives));
        }
        return List.copyOf(packets);
    }

    private static List<String> used(List<Exchange> later) {
        return later.stream()
                .flatMap(one -> Request.parse(one.request()).sessionId().stream())
                .toList();
    }

    private static Optional<String> idIn(Exchange exchange) {
        return exchange.received()
                .flatMap(answer -> answer.headers().first(BitsHeaders.SESSION_ID))
                .filter(id -> !id.isEmpty());
    }
}
