package org.bitsconformance.drive.transport;

import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.bitsconformance.transcript.CaseEnd;

/**
 * How a run stops: breaks off every connection, whoever waits on it, and opens new ones only for the clean-up, which
 * also ends when its time is over. Thread-safe.
 */
public final class Interruption {

    private static final long LONGEST_NAP_NANOS = 50_000_000;

    /** Which connections are allowed. */
    private enum Stage {
        ALL,
        CLEAN_UP,
        NONE
    }

    /** The reason recorded when a run was told to stop. */
    public static final String SAID = "the run was interrupted";

    private final Map<Socket, Runnable> connections = new LinkedHashMap<>();
    private Stage stage = Stage.ALL;

    /**
     * Registers a connection before its use.
     *
     * @param cleanUp whether it is for the clean-up after the interruption
     * @param breakOff ends it, whoever reads or writes; replaces an earlier one
     * @throws DrivingStopped when it is too late for such a connection
     */
    synchronized void watch(Socket connection, boolean cleanUp, Runnable breakOff) {
        if (stage.compareTo(cleanUp ? Stage.CLEAN_UP : Stage.ALL) > 0) {
            throw stopped();
        }
        connections.put(connection, breakOff);
    }

    /** Removes a connection that has ended. */
    synchronized void forget(Socket connection) {
        connections.remove(connection);
    }

    /** Breaks off everything in progress; from now on only the clean-up may connect. */
    public void come() {
        advance(Stage.CLEAN_UP);
    }

    /** Breaks off the clean-up too. */
    public void end() {
        advance(Stage.NONE);
    }

    public synchronized boolean hasCome() {
        return stage != Stage.ALL;
    }

    /**
     * Stops a case once the run has been interrupted.
     *
     * @throws DrivingStopped if it has
     */
    public void check() {
        if (hasCome()) {
            throw stopped();
        }
    }

    /**
     * Pauses.
     *
     * @throws DrivingStopped when the run is interrupted during the pause
     */
    public void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            check();
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP_NANOS));
        }
        check();
    }

    private void advance(Stage next) {
        connectionsBefore(next).forEach(Runnable::run);
    }

    /** The connections to break off; none if that stage was reached before. */
    private synchronized List<Runnable> connectionsBefore(Stage next) {
        if (next.compareTo(stage) <= 0) {
            return List.of();
        }
        stage = next;
        return List.copyOf(connections.values());
    }

    private static DrivingStopped stopped() {
        return new DrivingStopped(CaseEnd.Ending.INTERRUPTED, Interruption.SAID);
    }
}
