package org.bitsconformance.run;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.OrdinaryClient;
import org.bitsconformance.drive.scenario.Scenario;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.ConformanceRun.Driven;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * Wraps every scenario: skips what the plan does not select, passes the target, closes the record of a case when its
 * method returns, has the case judged and if necessary driven again, and reports the result to JUnit and Allure.
 */
public final class CaseExtension implements ExecutionCondition, ParameterResolver, InvocationInterceptor {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Scenario> scenario = context.getTestMethod().map(method -> method.getAnnotation(Scenario.class));
        if (scenario.isEmpty()) {
            return ConditionEvaluationResult.enabled("no scenario");
        }
        Optional<UsageException> refused = CurrentRun.refused(context);
        if (refused.isPresent()) {
            return ConditionEvaluationResult.disabled(refused.get().getMessage());
        }
        String id = scenario.get().id();
        return CurrentRun.of(context).cases().hasAnyOf(id)
                ? ConditionEvaluationResult.enabled("selected")
                : ConditionEvaluationResult.disabled("the plan does not select " + id);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BitsClient.class;
    }

    /** JUnit names an invocation after its {@link Case}, whose text is the case's id. */
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
        if (!run.cases().has(driven.id())) {
            invocation.skip();
            throw new TestAbortedException("the case belongs to another shard");
        }
        SelectedCase selected = run.cases().get(driven.id());
        run.shown().begin(selected, run);
        if (run.stopped().isPresent()) {
            invocation.skip();
            throw Outcome.notDriven(run.stopped().get(), run);
        }
        run.diagnose(driven.id());
        prepare(client, method);
        Driven came = drive(run, selected, client, 1, () -> proceed(invocation));
        for (int drive = 2; came.again(); drive++) {
            BitsClient fresh = run.openCase(driven.id());
            prepare(fresh, method);
            came = drive(run, selected, fresh, drive, () -> invokeAgain(method, context, driven, fresh));
        }
        CaseResult result = came.result();
        run.shown().end(result, selected, run);
        if (result.verdict() == Verdict.KNOWN) {
            context.publishReportEntry(result.verdict().word(), result.reason());
        }
        Outcome.of(result, run);
    }

    private static void prepare(BitsClient client, ReflectiveInvocationContext<Method> method) {
        Scenario scenario = method.getExecutable().getAnnotation(Scenario.class);
        client.followRun(Set.of(scenario.about()));
        if (OrdinaryClient.sendsIn(scenario.id())) {
            client.sendAsOrdinaryClient();
        }
    }

    private static Driven drive(
            ConformanceRun run, SelectedCase driven, BitsClient client, int drive, Runnable scenario) {
        run.begin(driven, drive);
        CaseEnd end;
        try (client) {
            scenario.run();
            end = new CaseEnd(driven.id(), Ending.DRIVEN, "");
        } catch (DrivingStopped e) {
            end = new CaseEnd(driven.id(), e.ending(), e.getMessage());
        } catch (RuntimeException | Error e) {
            end = new CaseEnd(driven.id(), Ending.SUITE_ERROR, "error of the suite: " + e);
        }
        return run.end(end, drive);
    }

    /** JUnit lets an invocation proceed once; after that the method is called directly. */
    private static void invokeAgain(
            ReflectiveInvocationContext<Method> method, ExtensionContext context, Case driven, BitsClient fresh) {
        ReflectionSupport.invokeMethod(method.getExecutable(), context.getRequiredTestInstance(), driven, fresh);
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
