package org.bitsconformance.run.merge;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.MergedShard;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.Shard;

/**
 * The record of a whole run, made from its shards in the order of their numbers. It is judged like any other record.
 * Cases of a shard that is missing or was cut short count as selected but not driven, for that reason.
 */
final class MergedRecord {

    private final List<ShardRecord> shards;
    private final ShardRecord first;
    private final Instant startedAt;

    /** {@code shards} belong to one run, each once, in the order of their numbers. */
    MergedRecord(List<ShardRecord> shards) {
        this.shards = shards;
        first = shards.get(0);
        startedAt = shards.stream()
                .map(ShardRecord::startedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        events.add(header());
        probed().ifPresent(events::add);
        Map<String, Integer> drives = new HashMap<>();
        for (ShardRecord shard : shards) {
            long later = ChronoUnit.MICROS.between(startedAt, shard.startedAt());
            events.addAll(new ShardEvents(shard, later, drives).all());
        }
        events.add(end());
        return events;
    }

    private RunHeader header() {
        RunHeader.Cases cases = first.header().cases();
        return new RunHeader(
                new RunHeader.Origin(RunHeader.FORMAT, first.header().origin().suite(), startedAt),
                first.header().target(),
                first.header().judging(),
                new RunHeader.Cases(
                        cases.plan(), cases.planned(), order(), Optional.empty(), List.of(), merged(), cases.scale()));
    }

    private String order() {
        List<String> orders = shards.stream()
                .map(shard -> shard.header().cases().order())
                .distinct()
                .toList();
        return orders.size() == 1 ? orders.get(0) : RunHeader.MIXED_ORDER;
    }

    /** How each shard that has cases ended. */
    private List<MergedShard> merged() {
        Map<Integer, MergedShard> present =
                shards.stream().collect(Collectors.toMap(one -> one.shard().number(), ShardRecord::merged));
        int all = first.shard().of();
        return IntStream.rangeClosed(
                        1, Math.min(all, first.header().cases().planned().size()))
                .mapToObj(number -> present.getOrDefault(number, MergedShard.missing(new Shard(number, all))))
                .toList();
    }

    /** What a shard whose target could be tested found out, with the notices of all shards. */
    private Optional<Probed> probed() {
        List<Probed> all = shards.stream().flatMap(one -> one.probed().stream()).toList();
        Optional<Probed> best = all.stream()
                .filter(one -> one.diagnosis().isEmpty())
                .findFirst()
                .or(() -> all.stream().findFirst());
        return best.map(one -> all.stream()
                .flatMap(other -> other.notices().stream())
                .filter(notice -> !one.notices().contains(notice))
                .distinct()
                .reduce(one, Probed::noting, (some, others) -> others));
    }

    private RunEnd end() {
        Instant endedAt = shards.stream()
                .map(ShardRecord::endedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new RunEnd(
                MergedShard.reasons(merged()),
                sum(RunEnd::requests),
                sum(RunEnd::bytesSent),
                sum(RunEnd::bytesReceived),
                Duration.between(startedAt, endedAt).toMillis());
    }

    private long sum(ToLongFunction<RunEnd> of) {
        return shards.stream()
                .flatMap(shard -> shard.end().stream())
                .mapToLong(of)
                .sum();
    }
}
