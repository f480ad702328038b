package org.bitsconformance.wire;

/** Time since the start of a run. */
final class RunClock {

    private final long startNanos = System.nanoTime();

    /** Microseconds since this clock was made. */
    long micros() {
        return (System.nanoTime() - startNanos) / 1_000;
    }
}
