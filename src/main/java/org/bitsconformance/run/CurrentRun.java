package org.bitsconformance.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The runs that are under way, where objects that JUnit creates find theirs: by a key, which JUnit gets as a
 * configuration parameter. This holds for all versions of JUnit, while the store of a launcher session came with 5.13.
 */
public final class CurrentRun {

    /** Name of JUnit's configuration parameter with the key of a run. */
    public static final String PARAMETER = "bits.current-run";

    /** The key of options that are wrong, so that there is no run. */
    public static final String NO_RUN = "none";

    private static final AtomicLong KEYS = new AtomicLong();
    private static final Map<String, ConformanceRun> RUNS = new ConcurrentHashMap<>();
    private static final Map<String, UsageException> REFUSED = new ConcurrentHashMap<>();

    private CurrentRun() {}

    /** A key unlike those of other runs of this process. */
    static String newKey() {
        return String.valueOf(KEYS.incrementAndGet());
    }

    /** Keeps a run for the extensions of the scenarios. */
    public static void put(ConformanceRun run) {
        RUNS.put(run.key(), run);
    }

    /** Forgets a run that has ended. */
    public static void remove(ConformanceRun run) {
        RUNS.remove(run.key());
    }

    /** For key {@link #NO_RUN}: skips every scenario, and fails the run's verdict with what is wrong with the options. */
    public static void refuse(UsageException reason) {
        REFUSED.put(NO_RUN, reason);
    }

    /** What is wrong with the options of the run; empty if nothing is. */
    static Optional<UsageException> refused(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER).map(REFUSED::get);
    }

    static ConformanceRun of(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER)
                .map(RUNS::get)
                .orElseThrow(() -> new IllegalStateException(
                        "no run is under way; start one with the command run or with -Dbits.url"));
    }
}
