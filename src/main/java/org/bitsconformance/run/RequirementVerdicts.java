package org.bitsconformance.run;

import java.util.stream.Stream;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The last class of a run. It has one test for each requirement that came up (including what rules found in passing,
 * rules about the whole run, and what was not judged but should have been), one for each entry of the baseline, and one
 * for the run.
 */
@ExtendWith(RequirementVerdicts.OfRun.class)
public class RequirementVerdicts {

    @TestFactory
    Stream<DynamicTest> requirements(ConformanceRun run) {
        RunResult result = run.finish();
        return result.requirements().stream()
                .filter(requirement -> !requirement.findings().isEmpty() || requirement.judged() > 0)
                .map(requirement ->
                        DynamicTest.dynamicTest(requirement.requirement().id(), () -> {
                            run.shown().describe(requirement, result);
                            Outcome.of(requirement, run);
                        }));
    }

    @TestFactory
    Stream<DynamicTest> baseline(ConformanceRun run) {
        return run.finish().baseline().stream()
                .map(known ->
                        DynamicTest.dynamicTest("baseline " + known.entry().subject(), () -> {
                            run.shown().describe(known);
                            Outcome.of(known);
                        }));
    }

    @Test
    @DisplayName("verdict")
    void verdict(ConformanceRun run) {
        run.shown().describe(run.finish());
        Outcome.of(run.finish(), run.setup().out().resolve("report.html"));
    }

    /** Gives the run to the tests; if its options were wrong, only the verdict says so. */
    static final class OfRun implements ExecutionCondition, BeforeEachCallback, ParameterResolver {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean told = CurrentRun.refused(context).isPresent()
                    && context.getTestMethod()
                            .filter(method -> !method.isAnnotationPresent(Test.class))
                            .isPresent();
            return told
                    ? ConditionEvaluationResult.disabled("the verdict says why")
                    : ConditionEvaluationResult.enabled("there is a run");
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            CurrentRun.refused(context).ifPresent(refused -> {
                throw refused;
            });
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ConformanceRun.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return CurrentRun.of(context);
        }
    }
}
