package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.cli.console.Progress;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.report.BaselineWriter;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.run.UnwritableFolder;
import picocli.CommandLine.Help.Ansi;

/** Writes the reports of a run once, when it has ended or was interrupted. */
final class FinishedRun {

    /** How long an interrupted run may take to break off and to cancel open sessions. */
    private static final Duration LONGEST_CLEAN_UP = Duration.ofMillis(3500);

    private final ConformanceRun run;
    private final PrintWriter console;
    private final ConsoleSummary summary;
    private final CountDownLatch tried = new CountDownLatch(1);
    private Optional<Machine> machine = Optional.empty();
    private Optional<RunResult> reported = Optional.empty();

    /** Prints its result without colours. */
    FinishedRun(ConformanceRun run, PrintWriter console) {
        this(run, console, Ansi.OFF);
    }

    FinishedRun(ConformanceRun run, PrintWriter console, Ansi colours) {
        this(run, console, new ConsoleSummary(console, colours));
    }

    /** The same, but {@code summary} prints its result. */
    FinishedRun(ConformanceRun run, PrintWriter console, ConsoleSummary summary) {
        this.run = run;
        this.console = console;
        this.summary = summary;
    }

    /** Makes the reports show the state machine whose transitions the run drives. */
    FinishedRun with(Machine learned) {
        machine = Optional.of(learned);
        return this;
    }

    /**
     * Writes the reports and prints the result of the run.
     *
     * @throws OutputException when the record, the reports folder, or the requested baseline cannot be written
     */
    synchronized RunResult report() {
        try {
            if (reported.isEmpty()) {
                RunResult result = run.finish();
                run.unwritten().ifPresent(why -> {
                    throw new OutputException(why);
                });
                Reports.write(result, machine, run.setup().out());
                run.writeBaseline().ifPresent(file -> writeBaseline(result, file));
                summary.print(
                        result,
                        run.setup().out(),
                        run.rest().map(commands -> left(result, commands)).stream()
                                .toList());
                reported = Optional.of(result);
            }
            return reported.get();
        } catch (IOException e) {
            throw new OutputException(UnwritableFolder.words(run.setup().out(), e));
        } finally {
            tried.countDown();
        }
    }

    private static String left(RunResult result, String commands) {
        return result.requirementCounts().get(Verdict.SKIP)
                + " requirements need another set-up; most are judged by "
                + commands;
    }

    /** Writes the failures of a run as the requested baseline. */
    static void writeBaseline(RunResult result, Path file) {
        try {
            BaselineWriter.write(result, file);
        } catch (IOException e) {
            throw new OutputException("--write-baseline " + file + " cannot be written: " + e.getMessage());
        }
    }

    /**
     * Called when the process is told to end. Waits briefly for the driving thread to report what has been judged so
     * far, and otherwise reports it itself.
     *
     * @param progress the progress display, which is then wiped
     */
    void interrupted(Progress progress) {
        run.interrupt();
        if (!triedInTime()) {
            progress.end();
            try {
                report();
            } catch (OutputException e) {
                console.println(e.getMessage());
                console.flush();
            }
        }
    }

    private boolean triedInTime() {
        try {
            return tried.await(LONGEST_CLEAN_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
