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

    /** A key with which every scenario is skipped, and the run's verdict fails with what is wrong with the options. */
    public static String refuse(UsageException reason) {
        String key = newKey();
        REFUSED.put(key, reason);
        return key;
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
