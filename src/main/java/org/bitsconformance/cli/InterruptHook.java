package org.bitsconformance.cli;

/** While it is open, a process that is ended by Ctrl-C or SIGTERM still reports what its run has judged so far. */
final class InterruptHook implements AutoCloseable {

    private final Thread hook;

    InterruptHook(FinishedRun finished, Progress progress) {
        hook = new Thread(() -> finished.interrupted(progress), "bits-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
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
