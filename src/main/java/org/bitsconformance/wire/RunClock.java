package org.bitsconformance.wire;

/** Time since the start of a run. */
final class RunClock {

    private final long startNanos = System.nanoTime();

    /** Microseconds since this clock was made. */
    long micros() {
        return microsOf(System.nanoTime());
    }

    /** The same at another moment of {@link System#nanoTime}. */
    long microsOf(long nanos) {
        return (nanos - startNanos) / 1_000;
    }
}
