package org.bitsconformance.transcript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one shard of a run ended, in the record that its shards were merged into.
 *
 * @param number of the shard, from 1
 * @param url where its uploads went; empty if the shard is missing
 * @param startedAt when it began; empty if the shard is missing
 * @param durationMillis from its start to its end
 * @param order in which its cases were driven
 * @param reason why some of its cases were not driven; empty if all were
 */
public record MergedShard(
        int number,
        Optional<String> url,
        Optional<Instant> startedAt,
        long durationMillis,
        String order,
        String reason) {

    private static final int MOST_REASONS = 3;

    /** Why the first incomplete shards did not drive all their cases; empty if every shard did. */
    public static String reasons(List<MergedShard> shards) {
        List<String> all = shards.stream()
                .map(MergedShard::reason)
                .filter(reason -> !reason.isEmpty())
                .toList();
        String first = all.stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
        int more = all.size() - MOST_REASONS;
        return more > 0 ? first + "; " + more + " more shards are missing or incomplete" : first;
    }

    /** A shard without a record. */
    public static MergedShard missing(Shard shard) {
        return new MergedShard(
                shard.number(),
                Optional.empty(),
                Optional.empty(),
                0,
                RunHeader.PLAN_ORDER,
                "shard " + shard + " is missing");
    }
}
