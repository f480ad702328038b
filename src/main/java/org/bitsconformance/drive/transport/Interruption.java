package org.bitsconformance.drive.transport;

import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.bitsconformance.transcript.CaseEnd;

/**
 * What a run does when it is told to stop: it breaks off every connection, whoever waits on it, and opens no new ones
 * except for the clean-up; these end too when its time is over. Safe for several threads.
 */
public final class Interruption {

    private static final long LONGEST_NAP_NANOS = 50_000_000;

    /** Which connections there may be. */
    private enum Stage {
        ALL,
        CLEAN_UP,
        NONE
    }

    /** Why a run that was told to stop came to its end. */
    public static final String SAID = "the run was interrupted";

    private final Map<Socket, Runnable> connections = new LinkedHashMap<>();
    private Stage stage = Stage.ALL;

    /**
     * A connection is about to be used.
     *
     * @param cleanUp whether it is for the clean-up after the interruption
     * @param breakOff ends it, whoever reads or writes; takes the place of what was given before
     * @throws DrivingStopped when it is too late for that
     */
    synchronized void watch(Socket connection, boolean cleanUp, Runnable breakOff) {
        if (stage.compareTo(cleanUp ? Stage.CLEAN_UP : Stage.ALL) > 0) {
            throw stopped();
        }
        connections.put(connection, breakOff);
    }

    /** A connection has ended. */
    synchronized void forget(Socket connection) {
        connections.remove(connection);
    }

    /** Breaks off what is under way; only the clean-up may connect from now on. */
    public void come() {
        advance(Stage.CLEAN_UP);
    }

    /** Breaks off the clean-up as well. */
    public void end() {
        advance(Stage.NONE);
    }

    public synchronized boolean hasCome() {
        return stage != Stage.ALL;
    }

    /**
     * Lets nothing more of a case happen once the run has been interrupted.
     *
     * @throws DrivingStopped then
     */
    public void check() {
        if (hasCome()) {
            throw stopped();
        }
    }

    /**
     * Lets some time pass.
     *
     * @throws DrivingStopped when the run is interrupted meanwhile
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

    /** Those that are to be broken off; none when that stage has been reached before. */
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
