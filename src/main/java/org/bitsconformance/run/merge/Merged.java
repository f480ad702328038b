package org.bitsconformance.run.merge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.BaselineSetup;
import org.bitsconformance.run.RecordedRun;
import org.bitsconformance.run.Rejudged;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.transcript.Event;

/**
 * The shards of a run merged into one: their records are put together and judged like a whole run.
 *
 * @param result the result of the merge
 * @param out where the reports and the merged record go
 * @param writeBaseline where to write its failures as a baseline; empty if not requested
 */
public record Merged(RunResult result, Path out, Optional<Path> writeBaseline) {

    /**
     * The options of a merge, as the user typed them and not yet checked.
     *
     * @param folders of the shards, in any order
     * @param baseline a file of known failures
     * @param writeBaseline where to write a file of the failures
     * @param out folder of the reports
     */
    public record Request(
            List<String> folders, Optional<String> baseline, Optional<String> writeBaseline, Optional<String> out) {}

    /**
     * Reads and judges the shards. A missing shard leaves its cases incomplete.
     *
     * @throws UsageException when a folder has no shard, the shards belong to different runs, or another option is
     *     wrong; the message is one line that names the problem
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
        RunResult result = new RecordedRun(events).judge(Optional.empty(), false, baseline.known());
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
