package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.Rejudged;
import org.bitsconformance.run.UnwritableFolder;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code judge}: judges a recorded run, or a capture of other traffic, without a server. */
@Command(
        name = "judge",
        description = {
            "Judges a recorded run, or the BITS packets in a HAR file, with the rules of this version.",
            "Sends nothing."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class JudgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|FILE", description = "Folder of a run, or a HAR file.")
    private String source;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "Which document decides: any, win32, mc-bup, windows; default as in the run.")
    private Optional<String> dialect = Optional.empty();

    @Option(names = "--strict", description = "A broken SHOULD fails.")
    private boolean strict;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Known failures (YAML); see docs/baselines.md.")
    private Optional<String> baseline = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go; by default a new folder under reports.")
    private Optional<String> out = Optional.empty();

    @Override
    public Integer call() {
        Rejudged judged = Rejudged.of(new JudgeRequest(source, dialect, strict, baseline, out));
        write(judged.result(), machine(), judged.out());
        PrintWriter console = spec.commandLine().getOut();
        new ConsoleSummary(console, spec.commandLine().getColorScheme().ansi())
                .print(judged.result(), judged.out(), judged.notes());
        return judged.result().verdict().exitCode();
    }

    /** The machine that lies next to a record that learn has made; empty next to any other. */
    private Optional<Machine> machine() {
        try {
            return Optional.of(MachineFile.read(Path.of(source).resolve(MachineFile.NAME)));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Writes the reports of a judged record; an unwritable folder counts as wrong usage. */
    static void write(RunResult result, Path out) {
        write(result, Optional.empty(), out);
    }

    private static void write(RunResult result, Optional<Machine> machine, Path out) {
        try {
            Reports.write(result, machine, out);
        } catch (IOException e) {
            throw new UsageException(UnwritableFolder.words(out, e));
        }
    }
}
