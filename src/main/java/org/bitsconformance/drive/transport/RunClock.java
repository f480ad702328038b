package org.bitsconformance.drive.transport;

/** Time since the start of a run. */
public final class RunClock {

    private final long startNanos = System.nanoTime();

    /** Microseconds since this clock was made. */
    public long micros() {
        return microsOf(System.nanoTime());
    }

    /** Microseconds at another moment of {@link System#nanoTime}. */
    public long microsOf(long nanos) {
        return (nanos - startNanos) / 1_000;
    }
}
