package org.bitsconformance.run;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/** Where the run is kept for those that JUnit makes: the store of the launcher session. */
public final class CurrentRun {

    private static final String KEY = "run";
    private static final String REFUSED = "refused";

    private CurrentRun() {}

    /** Puts the run where the extensions of the scenarios find it. */
    public static void put(LauncherSession session, ConformanceRun run) {
        session.getStore().put(Namespace.create(CurrentRun.class), KEY, run);
    }

    /** Lets every scenario fail with what is wrong with the options of the run. */
    public static void refuse(LauncherSession session, UsageException reason) {
        session.getStore().put(Namespace.create(CurrentRun.class), REFUSED, reason);
    }

    static ConformanceRun of(ExtensionContext context) {
        ExtensionContext.Store store =
                context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(CurrentRun.class));
        UsageException refused = store.get(REFUSED, UsageException.class);
        if (refused != null) {
            throw refused;
        }
        ConformanceRun run = store.get(KEY, ConformanceRun.class);
        if (run == null) {
            throw new IllegalStateException("no run is under way; start one with the command run or with -Dbits.url");
        }
        return run;
    }
}
