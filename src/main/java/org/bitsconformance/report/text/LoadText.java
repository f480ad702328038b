package org.bitsconformance.report.text;

import java.util.Locale;
import org.bitsconformance.result.Counted;
import org.bitsconformance.result.Load;

/** The load of parallel uploads, in words. */
public final class LoadText {

    private static final double MIB = 1 << 20;

    private LoadText() {}

    /** How much there was, such as {@code 64 uploads over 64 connections: 448 packets, 4.3 MiB in 1.2 s}. */
    public static String amount(Load load) {
        return Counted.of(load.uploads(), "upload") + " over " + Counted.of(load.connections(), "connection") + ": "
                + Printable.number(load.packets())
                + " " + Counted.noun(load.packets(), "packet") + ", " + mib((double) load.bytesSent()) + " in "
                + Times.duration(load.durationMicros());
    }

    /** How fast it was, such as {@code 373 packets/s, 3.6 MiB/s; answers took 9.0 ms (p50), …}. */
    public static String speed(Load load) {
        Load.Latency latency = load.latencyMicros();
        return String.format(Locale.ROOT, "%,.0f packets/s, ", load.packetsPerSecond())
                + mib((double) load.bytesPerSecond())
                + "/s; answers took " + Times.duration(latency.p50()) + " (p50), " + Times.duration(latency.p90())
                + " (p90), " + Times.duration(latency.p99()) + " (p99), " + Times.duration(latency.max()) + " (max)";
    }

    private static String mib(double bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / MIB);
    }
}
