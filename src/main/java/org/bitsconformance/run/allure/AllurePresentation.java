package org.bitsconformance.run.allure;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.Presentation;

/** Shows a run in the results of Allure. */
public final class AllurePresentation implements Presentation {

    private final AllureLifecycle allure;

    AllurePresentation(AllureLifecycle allure) {
        this.allure = allure;
    }

    /** Adds to the results of this process. */
    public static Presentation ofProcess() {
        return new AllurePresentation(Allure.getLifecycle());
    }

    @Override
    public void begin(SelectedCase selected, ConformanceRun run) {
        AllureCase.begin(allure, selected, run);
    }

    @Override
    public void end(CaseResult ended, SelectedCase selected, ConformanceRun run) {
        AllureCase.end(allure, ended, selected, run);
    }

    @Override
    public void describe(RequirementResult judged, RunResult run) {
        AllureVerdict.describe(allure, judged, run.causesOf(judged.requirement().id()));
    }

    @Override
    public void describe(KnownFailureResult known) {
        AllureVerdict.describe(allure, known);
    }

    @Override
    public void describe(RunResult run) {
        AllureVerdict.describe(allure, run);
    }
}
