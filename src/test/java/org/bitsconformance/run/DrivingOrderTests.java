package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.drive.scenario.Scenarios;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrivingOrderTests {

    @ParameterizedTest
    @CsvSource({"true, reply-download, true", "false, reply-download, false", "true, reply-range, false"})
    void a_scenario_that_waits_comes_last_if_cases_run_at_once(boolean atOnce, String scenario, boolean last) {
        Class<?> type = Scenarios.find(scenario).orElseThrow().type();
        List<MethodDescriptor> methods = Scenarios.all().stream()
                .filter(one -> one.type() == type)
                .map(one -> described(one.method()))
                .collect(Collectors.toCollection(ArrayList::new));

        new DrivingOrder().orderMethods(of(type, methods, atOnce));

        assertThat(methods.get(methods.size() - 1)
                        .getMethod()
                        .equals(Scenarios.find(scenario).orElseThrow().method()))
                .isEqualTo(last);
    }

    private static MethodDescriptor described(Method method) {
        return proxy(MethodDescriptor.class, name -> method);
    }

    private static MethodOrdererContext of(Class<?> type, List<MethodDescriptor> methods, boolean atOnce) {
        return (MethodOrdererContext) Proxy.newProxyInstance(
                DrivingOrderTests.class.getClassLoader(),
                new Class<?>[] {MethodOrdererContext.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getMethodDescriptors" -> methods;
                    case "getTestClass" -> type;
                    default ->
                        Optional.of(String.valueOf(atOnce))
                                .filter(any -> arguments[0].equals(JUnitPlatformRun.AT_ONCE));
                });
    }

    private interface Answering {
        Object answer(String name);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                DrivingOrderTests.class.getClassLoader(),
                new Class<?>[] {type},
                (self, called, arguments) -> answering.answer(called.getName())));
    }
}
