package org.bitsconformance.run.allure;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import org.bitsconformance.run.AllureFolder;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;

/** Runs the selected scenarios as {@link JUnitPlatformRun} does, and collects results for Allure. */
public final class AllureRun {

    private AllureRun() {}

    /** Drives and judges every case of a run; Allure's results go to {@code allure-results} next to its reports. */
    public static void execute(ConformanceRun run) {
        execute(run, new FileSystemResultsWriter(AllureFolder.in(run.setup().out())));
    }

    /** Drives and judges every case of a run; Allure's results go where the writer puts them. */
    public static void execute(ConformanceRun run, AllureResultsWriter results) {
        AllureLifecycle allure = new AllureLifecycle(results);
        run.show(new AllurePresentation(allure));
        JUnitPlatformRun.execute(run, new AllureJunitPlatform(allure));
    }
}
