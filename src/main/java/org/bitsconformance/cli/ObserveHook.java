package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.observe.Observation;

/**
 * While it is open, Ctrl-C or SIGTERM ends an observation as it is meant to end: with its reports, and the exit code of
 * its verdict.
 */
final class ObserveHook implements AutoCloseable {

    private static final long LONGEST_SECONDS = 600;

    private final Observation observation;
    private final PrintWriter console;
    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "bits-interrupted");
    private OptionalInt exitCode = OptionalInt.empty();

    ObserveHook(Observation observation, PrintWriter console) {
        this.observation = observation;
        this.console = console;
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            observation.stop();
        }
    }

    private void interrupted() {
        observation.stop();
        try {
            if (reported.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                console.flush();
                ended().ifPresent(Runtime.getRuntime()::halt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized OptionalInt ended() {
        return exitCode;
    }

    /** The reports are written; the process ends with this exit code. */
    void reported(int code) {
        synchronized (this) {
            exitCode = OptionalInt.of(code);
        }
        reported.countDown();
    }

    @Override
    public void close() {
        reported.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook waits for the reports.
        }
    }
}
