package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.transcript.MergedShard;
import org.bitsconformance.transcript.RunHeader;

/**
 * What a run must judge if it is one shard of a plan. Requirements that came up in none of its cases, and baseline
 * entries that other shards may show, are left to those shards. A run of the whole plan leaves nothing out.
 */
final class ShardScope {

    private static final String LEFT = "cases of other shards may show it; merge the shards";

    private final RunHeader.Cases cases;
    private final List<RequirementResult> own;
    private final int left;

    /** {@code all} are the tested requirements, including those that did not come up. */
    ShardScope(RunHeader.Cases cases, List<RequirementResult> all) {
        this.cases = cases;
        this.own = all.stream()
                .filter(one -> cases.shard().isEmpty()
                        || one.judged() > 0
                        || !one.findings().isEmpty())
                .toList();
        this.left = all.size() - own.size();
    }

    /** The requirements that came up; all in a run of the whole plan. */
    List<RequirementResult> requirements() {
        return own;
    }

    /** The fates of baseline entries, as far as this run can tell. */
    List<KnownFailureResult> told(List<KnownFailureResult> fates) {
        List<String> others = cases.leftToOthers();
        return fates.stream()
                .map(one -> others.stream().anyMatch(one.entry()::namesCase) ? one.leftOpen(LEFT) : one)
                .toList();
    }

    /** What the verdict does not cover. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (left > 0) {
            notes.add(Counted.of(left, "requirement") + " left to other shards");
        }
        String reasons = MergedShard.reasons(cases.shards());
        if (!reasons.isEmpty()) {
            notes.add(reasons);
        }
        return notes;
    }
}
