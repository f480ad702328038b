package org.bitsconformance.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.run.merge.Merged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: one report of the shards of a run. */
@Command(
        name = "merge",
        description = {
            "Makes one report of the shards of a run (run --shard I/N), as if one run had driven all of it.",
            "What a missing shard should have judged is incomplete. Sends nothing."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class MergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "The folders of the shards, in any order.")
    private List<String> folders = List.of();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Known failures (YAML), as given to the shards; see docs/baselines.md.")
    private Optional<String> baseline = Optional.empty();

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Writes the failures of the whole as a baseline.")
    private Optional<String> writeBaseline = Optional.empty();

    @Mixin
    private JudgingOptions.Out out;

    @Override
    public Integer call() {
        Merged merged = Merged.of(new Merged.Request(folders, baseline, writeBaseline, out.folder()));
        JudgeCommand.write(merged.result(), merged.out());
        merged.writeBaseline().ifPresent(file -> FinishedRun.writeBaseline(merged.result(), file));
        new ConsoleSummary(
                        spec.commandLine().getOut(),
                        spec.commandLine().getColorScheme().ansi())
                .print(merged.result(), merged.out());
        return merged.result().verdict().exitCode();
    }
}
