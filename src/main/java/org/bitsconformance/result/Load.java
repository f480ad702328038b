package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * What a case with uploads at the same time asked of the target, and how fast that answered. Packets are those that are
 * judged, of the last drive of the case. Its components are keys of {@code report.json}.
 *
 * @param caseId id of the case
 * @param uploads how many uploads there were at the same time
 * @param connections over how many connections their packets went
 * @param packets how many were answered
 * @param bytesSent number of bytes in them, with header and body
 * @param durationMicros from the first byte of the first packet to the last byte of the last answer
 * @param latencyMicros how long answers took
 */
public record Load(
        @JsonProperty("case") String caseId,
        int uploads,
        int connections,
        int packets,
        long bytesSent,
        long durationMicros,
        Latency latencyMicros) {

    /**
     * How long answers took, from the last byte of the packet to the last byte of the answer, in microseconds. Of a hundred
     * answers, 50, 90 and 99 took no longer than the value of that name.
     */
    public record Latency(long p50, long p90, long p99, long max) {

        /** Of times in rising order, at least one. */
        private static Latency of(List<Long> rising) {
            return new Latency(at(rising, 50), at(rising, 90), at(rising, 99), rising.get(rising.size() - 1));
        }

        /** The smallest time that so many of a hundred do not exceed. */
        private static long at(List<Long> rising, int percent) {
            return rising.get((rising.size() * percent + 99) / 100 - 1);
        }
    }

    /** Of the cases that had uploads at the same time and answers to them, in their order. */
    static List<Load> of(List<CaseResult> cases) {
        return cases.stream().flatMap(one -> of(one).stream()).toList();
    }

    private static Optional<Load> of(CaseResult one) {
        List<Exchange> packets = one.drives().isEmpty()
                ? List.of()
                : one.drives().get(one.drives().size() - 1).exchanges().stream()
                        .filter(exchange -> exchange.carriage().lane() > 0)
                        .filter(exchange -> exchange.purpose().judged() && exchange.ending() == Ending.ANSWERED)
                        .toList();
        if (packets.isEmpty()) {
            return Optional.empty();
        }
        long first = packets.stream()
                .mapToLong(exchange -> exchange.timing().startedMicros())
                .min()
                .orElseThrow();
        long last = packets.stream()
                .mapToLong(exchange -> exchange.timing().endedMicros())
                .max()
                .orElseThrow();
        return Optional.of(new Load(
                one.id(),
                (int) packets.stream()
                        .map(exchange -> exchange.carriage().lane())
                        .distinct()
                        .count(),
                (int) packets.stream().map(Exchange::connection).distinct().count(),
                packets.size(),
                packets.stream()
                        .mapToLong(exchange -> exchange.request().length())
                        .sum(),
                last - first,
                Latency.of(packets.stream().map(Load::took).sorted().toList())));
    }

    private static long took(Exchange exchange) {
        return Math.max(0, exchange.timing().endedMicros() - exchange.timing().sentMicros());
    }

    /** How many packets a second were answered, to a tenth. */
    @JsonProperty
    public double packetsPerSecond() {
        return Math.round(packets * 10_000_000.0 / Math.max(1, durationMicros)) / 10.0;
    }

    /** How many bytes a second were sent. */
    @JsonProperty
    public long bytesPerSecond() {
        return Math.round(bytesSent * 1_000_000.0 / Math.max(1, durationMicros));
    }
}
