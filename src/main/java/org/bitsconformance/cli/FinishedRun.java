package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.bitsconformance.report.BaselineWriter;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.UsageException;

/** Writes the reports of a run once, when it has come to its end or has been interrupted. */
final class FinishedRun {

    private final ConformanceRun run;
    private final PrintWriter console;
    private Optional<RunResult> reported = Optional.empty();

    FinishedRun(ConformanceRun run, PrintWriter console) {
        this.run = run;
        this.console = console;
    }

    /**
     * Writes the reports and says on the console what came of the run.
     *
     * @throws UsageException when the folder of the reports, or the baseline that was asked for, cannot be written
     */
    synchronized RunResult report() {
        if (reported.isEmpty()) {
            RunResult result = run.finish();
            try {
                Reports.write(result, run.out());
            } catch (IOException e) {
                throw new UsageException("--out " + run.out() + " cannot be written: " + e.getMessage());
            }
            run.writeBaseline().ifPresent(file -> writeBaseline(result, file));
            new ConsoleSummary(console).print(result, run.out());
            reported = Optional.of(result);
        }
        return reported.get();
    }

    private static void writeBaseline(RunResult result, Path file) {
        try {
            BaselineWriter.write(result, file);
        } catch (IOException e) {
            throw new UsageException("--write-baseline " + file + " cannot be written: " + e.getMessage());
        }
    }

    /** Called when the process is told to end: reports what was judged until now. */
    void interrupted(Progress progress) {
        run.stop("the run was interrupted");
        progress.end();
        report();
    }
}
