package org.bitsconformance.run.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.run.Diagnosis;
import org.bitsconformance.run.RecordedRun;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.MergedShard;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.Shard;

/**
 * The record of one shard of a run.
 *
 * @param folder as the user named it
 * @param shard which one it is
 * @param run what was recorded
 */
record ShardRecord(String folder, Shard shard, RecordedRun run) {

    /**
     * Checks the events from a folder.
     *
     * @throws UsageException when they are not the record of a shard, or have other cases than the shard
     */
    static ShardRecord of(String folder, List<Event> events) {
        RecordedRun run;
        try {
            run = new RecordedRun(events);
        } catch (UsageException e) {
            throw new UsageException(folder + ": " + e.getMessage());
        }
        RunHeader.Cases cases = run.header().cases();
        Shard shard = cases.shard()
                .filter(Shard::exists)
                .orElseThrow(() ->
                        new UsageException(folder + " is not the folder of a shard: its run was not told --shard"));
        Set<String> own = Set.copyOf(cases.selected());
        boolean whole = own.size() == cases.selected().size()
                && cases.selected().equals(shard.partOf(cases.planned()))
                && events.stream().allMatch(event -> belongs(event, own));
        if (!whole) {
            throw new UsageException(folder + ": the cases in its record are not those of shard " + shard);
        }
        return new ShardRecord(folder, shard, run);
    }

    private static boolean belongs(Event event, Set<String> own) {
        return !(event instanceof CaseStart start)
                || own.contains(start.caseId())
                || start.scenario().equals(Diagnosis.SCENARIO);
    }

    RunHeader header() {
        return run.header();
    }

    Instant startedAt() {
        return header().origin().startedAt();
    }

    Instant endedAt() {
        return startedAt().plusMillis(Math.max(0, run.durationMillis()));
    }

    Optional<Probed> probed() {
        return run.last(Probed.class);
    }

    Optional<RunEnd> end() {
        return run.last(RunEnd.class);
    }

    /** Its events, without those that begin and end the record. */
    Stream<Event> events() {
        return run.events().stream()
                .filter(event -> !(event instanceof RunHeader || event instanceof Probed || event instanceof RunEnd));
    }

    /** How it ended. */
    MergedShard merged() {
        String reason = end().map(RunEnd::reason).orElse(RecordedRun.CUT_SHORT);
        return new MergedShard(
                shard.number(),
                Optional.of(header().target().url()),
                Optional.of(startedAt()),
                run.durationMillis(),
                header().cases().order(),
                reason.isEmpty() ? "" : "shard " + shard + ": " + reason);
    }
}
