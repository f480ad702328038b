package org.bitsconformance.run;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/** Keeps the run in the store of the launcher session, where objects that JUnit creates can find it. */
public final class CurrentRun {

    private static final String KEY = "run";
    private static final String REFUSED = "refused";

    private CurrentRun() {}

    /** Stores the run for the extensions of the scenarios. */
    public static void put(LauncherSession session, ConformanceRun run) {
        session.getStore().put(Namespace.create(CurrentRun.class), KEY, run);
    }

    /** Skips every scenario and fails the run's verdict with what is wrong with the options. */
    public static void refuse(LauncherSession session, UsageException reason) {
        session.getStore().put(Namespace.create(CurrentRun.class), REFUSED, reason);
    }

    /** What is wrong with the options of the run; empty if nothing is. */
    static Optional<UsageException> refused(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(REFUSED, UsageException.class));
    }

    static ConformanceRun of(ExtensionContext context) {
        ConformanceRun run = store(context).get(KEY, ConformanceRun.class);
        if (run == null) {
            throw new IllegalStateException("no run is under way; start one with the command run or with -Dbits.url");
        }
        return run;
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(CurrentRun.class));
    }
}
