package org.bitsconformance.cli.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How fast cases end, and how long the rest will take. Both are averages over the last {@value #WINDOW} cases, or over
 * all if there are fewer, so that a few skipped cases or a slow one do not distort them. They count from the end of the
 * first case, which leaves out the start of the run, and nothing is shown until they mean something.
 */
final class Pace {

    static final int WINDOW = 50;

    private static final int FEWEST = 4;
    private static final long NANOS = 1_000_000_000L;

    private final LongSupplier nanos;
    private final Deque<Long> moments = new ArrayDeque<>();

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void ended() {
        moments.add(nanos.getAsLong());
        if (moments.size() > WINDOW + 1) {
            moments.remove();
        }
    }

    /** Cases per second and the time until this many more have ended, each after two spaces; empty if not known yet. */
    String shown(int more) {
        if (moments.size() < FEWEST || moments.getLast().equals(moments.getFirst())) {
            return "";
        }
        double perSecond = (moments.size() - 1) * (double) NANOS / (moments.getLast() - moments.getFirst());
        long left = (long) Math.ceil(Math.max(0, more) / perSecond);
        return String.format(Locale.ROOT, perSecond < 10 ? "  %.1f/s" : "  %.0f/s", perSecond)
                + String.format(Locale.ROOT, "  %d:%02d left", left / 60, left % 60);
    }
}
