package org.bitsconformance.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.report.BaselineWriter;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.run.UnwritableFolder;
import org.junit.jupiter.api.DynamicNode;

/** A run in a thread of its own, whose results another thread reads as a stream. */
final class StreamedRun {

    /** An interrupted run cancels its open sessions and writes its reports in this time. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final ConformanceRun run;
    private final Awaited<DynamicNode> nodes = new Awaited<>();
    private final DynamicOutcomes outcomes = new DynamicOutcomes(nodes::add);
    private volatile boolean ended;
    private final Thread thread = new Thread(this::execute, "bits-conformance");

    StreamedRun(ConformanceRun run) {
        this.run = run;
        thread.setDaemon(true);
    }

    /** The tests of the run, which begins with the first of them and ends with the stream. */
    Stream<DynamicNode> nodes() {
        return nodes.stream(thread::start).onClose(this::close);
    }

    private void execute() {
        try {
            run.preflight();
            JUnitPlatformRun.execute(run, outcomes);
            outcomes.end();
            report(run.finish());
            outcomes.verdicts().forEach(nodes::add);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        try {
            run.close();
        } catch (OutputException e) {
            fail(e);
        }
        ended = true;
        nodes.end();
    }

    /** Reports what neither server nor rules are to blame for. */
    private void fail(Throwable thrown) {
        outcomes.end();
        nodes.add(DynamicOutcomes.test("run", Optional.of(thrown)));
    }

    private void report(RunResult result) {
        run.unwritten().ifPresent(why -> {
            throw new OutputException(why);
        });
        try {
            Reports.write(result, run.setup().out());
        } catch (IOException e) {
            throw new OutputException(UnwritableFolder.words(run.setup().out(), e));
        }
        run.writeBaseline().ifPresent(file -> write(result, file));
    }

    private static void write(RunResult result, Path file) {
        try {
            BaselineWriter.write(result, file);
        } catch (IOException e) {
            throw new OutputException("writeBaseline " + file + " cannot be written: " + e.getMessage());
        }
    }

    /** Interrupts the run if it goes on, and waits for its end. */
    private void close() {
        if (thread.getState() == Thread.State.NEW) {
            run.close();
            return;
        }
        if (!ended) {
            run.interrupt();
            await();
        }
    }

    private void await() {
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
