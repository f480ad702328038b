package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.Rejudged;
import org.bitsconformance.run.UnwritableFolder;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code judge}: judges a recorded run, or a capture of other traffic, without a server. */
@Command(
        name = "judge",
        description = {
            "Judges a recorded run, or BITS packets that others sent, with the rules of this version.",
            "Packets of others come from a HAR file, a session archive of Fiddler (SAZ), or the bytes of a connection,"
                    + " one file for each direction. Both sides are judged: the server and each client.",
            "Sends nothing."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class JudgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|FILE", arity = "0..1", description = "Folder of a run, or a HAR or SAZ file.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--requests",
            paramLabel = "FILE",
            description = "What the client of a connection sent, as tcpflow or Wireshark saves it; with --answers.")
    private Optional<String> requests = Optional.empty();

    @Option(names = "--answers", paramLabel = "FILE", description = "What the server sent on that connection.")
    private Optional<String> answers = Optional.empty();

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "Which document decides: any, win32, mc-bup, windows; default as in the run.")
    private Optional<String> dialect = Optional.empty();

    @Mixin
    private JudgingOptions judging;

    @Override
    public Integer call() {
        Rejudged judged = Rejudged.of(new JudgeRequest(
                JudgeRequest.Source.of(source, requests, answers),
                dialect,
                judging.strict(),
                judging.baseline(),
                judging.out()));
        write(judged.result(), machine(), judged.out());
        PrintWriter console = spec.commandLine().getOut();
        new ConsoleSummary(console, spec.commandLine().getColorScheme().ansi())
                .print(judged.result(), judged.out(), judged.notes());
        return judged.result().verdict().exitCode();
    }

    /** The machine that lies next to a record that learn has made; empty next to any other. */
    private Optional<Machine> machine() {
        try {
            return source.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MachineFile.read(Path.of(source.get()).resolve(MachineFile.NAME)));
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
