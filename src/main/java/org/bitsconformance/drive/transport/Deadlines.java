package org.bitsconformance.drive.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs an action at a deadline, unless it is cancelled first. */
public final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, action -> {
        Thread thread = new Thread(action, "bits-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    public Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Runs an action after {@code limit}; at once if this is already closed. */
    public Future<?> after(Duration limit, Runnable action) {
        try {
            return timer.schedule(action, limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            action.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
