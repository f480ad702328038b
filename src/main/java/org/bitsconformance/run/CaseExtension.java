package org.bitsconformance.run;

import java.lang.reflect.Method;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.scenario.Case;
import org.bitsconformance.scenario.Scenario;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.wire.BitsClient;
import org.bitsconformance.wire.DrivingStopped;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Stands around every scenario: leaves out what the plan does not select, hands over the target, closes the record of a
 * case when its method returns, has it judged, and tells JUnit and Allure what was found.
 */
public final class CaseExtension implements ExecutionCondition, ParameterResolver, InvocationInterceptor {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.getAnnotation(Scenario.class))
                .filter(scenario -> !CurrentRun.of(context).selects(scenario.id()))
                .map(scenario -> ConditionEvaluationResult.disabled("the plan does not select " + scenario.id()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("selected"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BitsClient.class;
    }

    /** JUnit names an invocation by its {@link Case}, whose text is the case's id. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return CurrentRun.of(context).openCase(context.getDisplayName());
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        if (!method.getExecutable().isAnnotationPresent(Scenario.class)) {
            proceed(invocation);
            return;
        }
        ConformanceRun run = CurrentRun.of(context);
        Case driven = (Case) method.getArguments().get(0);
        BitsClient client = (BitsClient) method.getArguments().get(1);
        AllureCase.name(driven.id());
        if (run.stopped().isPresent()) {
            invocation.skip();
            throw new CaseIncomplete(run.stopped().get());
        }
        CaseResult result = drive(run, driven, client, invocation);
        AllureCase.describe(result, run.catalogue());
        if (result.verdict() == Verdict.KNOWN) {
            context.publishReportEntry(result.verdict().word(), result.reason());
        }
        Outcome.of(result, run);
    }

    private static CaseResult drive(ConformanceRun run, Case driven, BitsClient client, Invocation<Void> invocation) {
        run.begin(driven.id());
        CaseEnd end;
        try (client) {
            proceed(invocation);
            end = new CaseEnd(driven.id(), Ending.DRIVEN, "");
        } catch (DrivingStopped e) {
            end = new CaseEnd(driven.id(), e.ending(), e.getMessage());
        } catch (RuntimeException | Error e) {
            end = new CaseEnd(driven.id(), Ending.SUITE_ERROR, "error of the suite: " + e);
        }
        return run.end(end);
    }

    private static void proceed(Invocation<Void> invocation) {
        try {
            invocation.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
