package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bitsconformance.cli.console.ComparisonSummary;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.report.compare.Comparison;
import org.bitsconformance.report.compare.ComparisonReport;
import org.bitsconformance.report.compare.ReportedRun;
import org.bitsconformance.report.compare.UnreadableReportException;
import org.bitsconformance.run.NewFolder;
import org.bitsconformance.run.Suite;
import org.bitsconformance.run.UnwritableFolder;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: compares the reports of several runs. */
@Command(
        name = "compare",
        description = {
            "Compares the reports of several runs: different servers, or versions of one.",
            "It shows where they differ, how each server behaved, and what is worse than in the first run."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {

    /** Exit code for a regression, if requested. */
    private static final int REGRESSION = 1;

    private static final int WIDTH = 78;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Folders that run has written; at least two. The others are compared with the first.")
    private List<Path> folders = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where compare.html and compare.json go; by default a new folder under reports.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--fail-on-regression",
            description = "Exit code 1 if a later run is worse than the first in any requirement.")
    private boolean failOnRegression;

    @Override
    public Integer call() {
        Comparison comparison = Comparison.of(read());
        Path folder = out.orElseGet(() -> NewFolder.inReports("compare-"));
        try {
            ComparisonReport.write(comparison, Suite.nameAndVersion(), folder);
        } catch (IOException e) {
            throw new UsageException(UnwritableFolder.words(folder, e));
        }
        PrintWriter console = spec.commandLine().getOut();
        machines().forEach(line -> Wrapped.lines(line, WIDTH).forEach(console::println));
        new ComparisonSummary(console).print(comparison, folder);
        return failOnRegression && !comparison.regressions().isEmpty() ? REGRESSION : 0;
    }

    /** The first difference of each learned machine from that of the first run; none where the first has learned none. */
    private List<String> machines() {
        Optional<Machine> first = machine(folders.get(0));
        return folders.stream()
                .skip(1)
                .flatMap(folder ->
                        first.flatMap(one -> machine(folder).map(other -> line(folder, one, other))).stream())
                .toList();
    }

    private String line(Path folder, Machine first, Machine other) {
        return first.differenceFrom(other)
                .map(one -> "machines: " + one.word() + " is answered " + one.answer() + " in " + folders.get(0)
                        + ", and " + one.other() + " in " + folder)
                .orElse("machines: those in " + folders.get(0) + " and " + folder + " answer the same");
    }

    private static Optional<Machine> machine(Path folder) {
        Path file = folder.resolve(MachineFile.NAME);
        try {
            return Files.exists(file) ? learned(MachineFile.read(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }

    /** Without states there is nothing to compare. */
    private static Optional<Machine> learned(Machine machine) {
        return machine.states().isEmpty() ? Optional.empty() : Optional.of(machine);
    }

    private List<ReportedRun> read() {
        if (folders.size() < 2 || folders.size() > Comparison.MOST_RUNS) {
            throw new UsageException("compare takes the folders of 2 to " + Comparison.MOST_RUNS + " runs, not "
                    + folders.size() + "; see bits-conformance compare --help");
        }
        try {
            return ReportedRun.read(folders);
        } catch (UnreadableReportException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
