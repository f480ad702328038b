package org.bitsconformance.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitsconformance.drive.scenario.Scenario;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.TestAbortedException;

/**
 * Makes dynamic tests of what the suite's own launcher reports: containers of scenarios as they begin, cases as they
 * end, and verdicts for later. A dynamic test throws what its original threw.
 */
final class DynamicOutcomes implements TestExecutionListener {

    private final Consumer<DynamicNode> scenarios;
    private final Map<String, Awaited<DynamicTest>> cases = new LinkedHashMap<>();
    private final Map<String, List<DynamicTest>> verdicts = new LinkedHashMap<>();

    /** {@code scenarios} receives a container for each scenario when its first case has ended. */
    DynamicOutcomes(Consumer<DynamicNode> scenarios) {
        this.scenarios = scenarios;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        put(test, Optional.of(new TestAbortedException(reason)));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getThrowable().isPresent()) {
            put(test, result.getThrowable());
        }
        if (test.isContainer()) {
            scenario(test).map(cases::get).ifPresent(Awaited::end);
        }
    }

    /** Ends every container of a scenario: there are no more cases. */
    synchronized void end() {
        cases.values().forEach(Awaited::end);
    }

    /** A container for each kind of verdicts that came, such as requirements; the verdict on the run is none of them. */
    synchronized List<DynamicNode> verdicts() {
        List<DynamicNode> nodes = new ArrayList<>();
        verdicts.forEach((kind, tests) -> {
            if (tests.size() == 1 && tests.get(0).getDisplayName().equals(kind)) {
                nodes.addAll(tests);
            } else {
                nodes.add(DynamicContainer.dynamicContainer(kind, tests));
            }
        });
        return nodes;
    }

    private void put(TestIdentifier test, Optional<Throwable> thrown) {
        DynamicTest copy = test(test.getDisplayName(), thrown);
        Optional<String> scenario = scenario(test);
        if (scenario.isPresent()) {
            cases.computeIfAbsent(scenario.get(), this::begun).add(copy);
        } else {
            String kind = method(test).map(Method::getName).orElse(test.getDisplayName());
            verdicts.computeIfAbsent(kind, any -> new ArrayList<>()).add(copy);
        }
    }

    private Awaited<DynamicTest> begun(String scenario) {
        Awaited<DynamicTest> awaited = new Awaited<>();
        scenarios.accept(DynamicContainer.dynamicContainer(scenario, awaited.stream(() -> {})));
        return awaited;
    }

    /** A test that ends as another did. */
    static DynamicTest test(String name, Optional<Throwable> thrown) {
        return DynamicTest.dynamicTest(name, () -> {
            if (thrown.isPresent()) {
                throw thrown.get();
            }
        });
    }

    private static Optional<String> scenario(TestIdentifier test) {
        return method(test).map(method -> method.getAnnotation(Scenario.class)).map(Scenario::id);
    }

    private static Optional<Method> method(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod());
    }
}
