package org.bitsconformance.reference.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends a connection when its time is up, whatever it is doing; a limit for each read would never end a slow drip. */
public final class Deadline implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bits-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private final Socket socket;
    private final ScheduledFuture<?> end;
    private volatile boolean passed;

    /** Gives {@code socket} this much time from now. */
    public Deadline(Socket socket, Duration time) {
        this.socket = socket;
        this.end = CLOCK.schedule(this::pass, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean hasPassed() {
        return passed;
    }

    /** Cancels the deadline. */
    @Override
    public void close() {
        end.cancel(false);
    }

    private void pass() {
        passed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is given up either way.
        }
    }
}
