package org.bitsconformance.cli;

import java.util.concurrent.ForkJoinPool;
import org.bitsconformance.run.JUnitPlatformRun;

/** Loads what a run needs after its first packet while what it needs before is loaded too: start-up uses two cores. */
final class WarmUp {

    private WarmUp() {}

    /** Begins to load it, and returns at once. What fails here fails again where it is needed, and is told there. */
    static void begin() {
        ForkJoinPool.commonPool().execute(JUnitPlatformRun::load);
    }
}
