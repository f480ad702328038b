package org.bitsconformance.report.document;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.MergedShard;
import org.bitsconformance.transcript.RunHeader;

/**
 * Which cases were driven, and in which order.
 *
 * @param plan name of the test plan
 * @param order {@code plan}, the seed of a random order, or {@code mixed} if shards had different orders
 * @param shard which part of the plan the run is; missing for the whole plan
 * @param shards the parts that were merged; missing if there was no merge
 */
public record PlanReport(
        String plan, String order, Optional<ShardReport> shard, Optional<List<MergedShardReport>> shards) {

    /**
     * A part of a plan.
     *
     * @param number from 1
     * @param of how many parts there are
     * @param casesOfPlan how many cases the plan has, in all parts
     */
    public record ShardReport(int number, int of, int casesOfPlan) {}

    /**
     * A part that was merged, or is missing.
     *
     * @param number from 1
     * @param url where its uploads went; missing if the part is
     * @param startedAt ISO 8601 in UTC; missing if the part is
     * @param durationMs in milliseconds
     * @param order in which its cases were driven
     * @param reason why not all of its cases were driven; missing if all were
     */
    public record MergedShardReport(
            int number,
            Optional<String> url,
            Optional<String> startedAt,
            long durationMs,
            String order,
            Optional<String> reason) {

        private static MergedShardReport of(MergedShard shard) {
            return new MergedShardReport(
                    shard.number(),
                    shard.url(),
                    shard.startedAt()
                            .map(moment -> moment.truncatedTo(ChronoUnit.MILLIS).toString()),
                    shard.durationMillis(),
                    shard.order(),
                    ReportDocument.unlessEmpty(shard.reason()));
        }
    }

    static PlanReport of(RunHeader.Cases cases) {
        return new PlanReport(
                cases.plan(),
                cases.order(),
                cases.shard()
                        .map(shard -> new ShardReport(
                                shard.number(), shard.of(), cases.planned().size())),
                Optional.of(cases.shards().stream().map(MergedShardReport::of).toList())
                        .filter(some -> !some.isEmpty()));
    }
}
