package org.bitsconformance.run;

import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SelectedCase;

/**
 * What shows a run while JUnit executes it, called within the tests of JUnit that it adds to. The run itself needs none,
 * so that it does not need Allure.
 */
public interface Presentation {

    /** Shows nothing. */
    Presentation NONE = new Presentation() {};

    /** A case that is about to be driven. */
    default void begin(SelectedCase selected, ConformanceRun run) {}

    /** A case that has ended. */
    default void end(CaseResult ended, SelectedCase selected, ConformanceRun run) {}

    /** A requirement of a run that has ended. */
    default void describe(RequirementResult judged, RunResult run) {}

    /** An entry of the baseline of a run that has ended. */
    default void describe(KnownFailureResult known) {}

    /** A run that has ended. */
    default void describe(RunResult run) {}
}
