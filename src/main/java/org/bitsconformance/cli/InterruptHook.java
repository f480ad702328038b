package org.bitsconformance.cli;

import org.bitsconformance.cli.console.Progress;

/** While it is open, a process that is ended by Ctrl-C or SIGTERM still reports what its run has judged so far. */
final class InterruptHook implements AutoCloseable {

    private final Thread hook;

    InterruptHook(FinishedRun finished, Progress progress) {
        hook = new Thread(() -> finished.interrupted(progress), "bits-interrupted");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process was told to end before its run began, and waits for the report.
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook reports.
        }
    }
}
