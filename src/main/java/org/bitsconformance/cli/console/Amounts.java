package org.bitsconformance.cli.console;

import java.util.Locale;

/** The progress of something that is counted in bytes: how much is done, how fast it goes, and how much time is left. */
final class Amounts {

    private static final double MIB = 1 << 20;
    private static final double GIB = 1 << 30;
    private static final double NANOS = 1e9;

    private Amounts() {}

    /**
     * Such as {@code 3.2 of 10.0 GiB  210 MiB/s  0:33 left}.
     *
     * @param done bytes that are done, of {@code total}
     * @param moved bytes done in the last {@code nanos} nanoseconds; if 0, speed and time are left out
     */
    static String of(long done, long total, long moved, long nanos) {
        double unit = total >= GIB ? GIB : MIB;
        String amount =
                String.format(Locale.ROOT, "%.1f of %.1f %s", done / unit, total / unit, unit == GIB ? "GiB" : "MiB");
        if (moved <= 0 || nanos <= 0) {
            return amount;
        }
        double perSecond = moved * NANOS / nanos;
        long left = (long) Math.ceil((total - done) / perSecond);
        return amount + String.format(Locale.ROOT, "  %.0f MiB/s  %d:%02d left", perSecond / MIB, left / 60, left % 60);
    }
}
