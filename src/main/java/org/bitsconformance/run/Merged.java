package org.bitsconformance.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.Event;

/**
 * The shards of a run as one: their records put together and judged as the whole run would have been.
 *
 * @param result the result of the merge
 * @param out where the reports go; the record of the whole is there too
 * @param writeBaseline where to write its failures as a baseline; empty unless asked for
 */
public record Merged(RunResult result, Path out, Optional<Path> writeBaseline) {

    /**
     * What the user asks of a merge, as typed. Nothing in it has been checked.
     *
     * @param folders of the shards, in any order
     * @param baseline a file of known failures
     * @param writeBaseline where to write a file of the failures
     * @param out folder of the reports
     */
    public record Request(
            List<String> folders, Optional<String> baseline, Optional<String> writeBaseline, Optional<String> out) {}

    /**
     * Reads and judges. A shard that is missing leaves its cases incomplete.
     *
     * @throws UsageException when a folder has no shard, when the shards are not of one run, or another option is wrong; the
     *     message is one line that names it
     */
    public static Merged of(Request request) {
        if (request.folders().isEmpty()) {
            throw new UsageException(
                    "merge takes the folders of the shards of a run; see bits-conformance merge --help");
        }
        List<ShardRecord> shards =
                ShardsOfOneRun.of(request.folders().stream().map(Merged::read).toList());
        BaselineSetup baseline =
                BaselineSetup.of(request.baseline(), request.writeBaseline(), LocalDate.now(ZoneId.systemDefault()));
        Path out = RunPreparation.out(request.out());
        for (ShardRecord shard : shards) {
            if (Rejudged.isSame(out, Path.of(shard.folder()))) {
                throw new UsageException(
                        "--out " + out + " is the folder of shard " + shard.shard() + ", whose record would be lost");
            }
        }
        List<Event> events = new MergedRecord(shards).events();
        RunResult result =
                new RecordedRun(events).judge(Optional.empty(), false, baseline.known(), UnaryOperator.identity());
        Rejudged.write(events, out);
        return new Merged(result, out, baseline.write());
    }

    private static ShardRecord read(String name) {
        Path folder = Rejudged.path("merge", name);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(name + ": no such folder; give the folder of a shard, with its transcript");
        }
        return ShardRecord.of(name, Rejudged.record(folder));
    }
}
