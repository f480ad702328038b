package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * The load of a case with parallel uploads, and how fast the target answered. It counts the judged packets of the
 * case's last drive. The names of the components are keys of {@code report.json}.
 *
 * @param caseId id of the case
 * @param uploads how many uploads ran in parallel
 * @param connections how many connections their packets used
 * @param packets how many packets were answered
 * @param bytesSent number of bytes in them, including headers
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
     * How long answers took, from the last byte of the packet to the last byte of the answer, in microseconds: the
     * 50th, 90th and 99th percentile and the maximum.
     */
    public record Latency(long p50, long p90, long p99, long max) {

        /** From times in ascending order, at least one. */
        private static Latency of(List<Long> rising) {
            return new Latency(at(rising, 50), at(rising, 90), at(rising, 99), rising.get(rising.size() - 1));
        }

        /** The smallest time that is not exceeded by this percentage of the answers. */
        private static long at(List<Long> rising, int percent) {
            return rising.get((rising.size() * percent + 99) / 100 - 1);
        }
    }

    /** For the cases with parallel uploads and answers to them, in order. */
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
        return Math.max(0, exchange.timing().waitedMicros());
    }

    /** Answered packets per second, to one decimal place. */
    @JsonProperty
    public double packetsPerSecond() {
        return Math.round(packets * 10_000_000.0 / Math.max(1, durationMicros)) / 10.0;
    }

    /** Bytes sent per second. */
    @JsonProperty
    public long bytesPerSecond() {
        return Math.round(bytesSent * 1_000_000.0 / Math.max(1, durationMicros));
    }
}
