package org.bitsconformance.run;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.drive.scenario.Scenario;
import org.bitsconformance.drive.scenario.Scenarios;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Puts scenarios in the order of their list, or in the random order that the run's {@link Order} gives, with the
 * verdicts of the requirements last. JUnit drives class by class and method by method, so a random order shuffles
 * classes, the methods of a class and the cases of a method, but does not mix cases of different methods.
 *
 * <p>If cases run at once, scenarios that wait come last: JUnit's first worker takes the last class and its last method
 * first, so that the others go on during the wait.
 */
public final class DrivingOrder implements ClassOrderer, MethodOrderer {

    private static final Map<Method, Integer> PLACES = IntStream.range(
                    0, Scenarios.all().size())
            .boxed()
            .collect(Collectors.toMap(place -> Scenarios.all().get(place).method(), Function.identity()));

    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<Class<?>> order = Scenarios.all().stream()
                .<Class<?>>map(Scenarios.Described::type)
                .distinct()
                .toList();
        List<? extends ClassDescriptor> classes = context.getClassDescriptors();
        classes.sort(Comparator.comparingInt(descriptor -> place(order, descriptor)));
        Order.of(context.getConfigurationParameter(Order.PARAMETER)).arrange(classes, "classes");
        if (atOnce(context.getConfigurationParameter(JUnitPlatformRun.AT_ONCE))) {
            classes.sort(Comparator.comparing(descriptor ->
                    Stream.of(descriptor.getTestClass().getDeclaredMethods()).anyMatch(DrivingOrder::rests)));
        }
        classes.sort(Comparator.comparing(descriptor -> place(order, descriptor) == order.size()));
    }

    @Override
    public void orderMethods(MethodOrdererContext context) {
        List<? extends MethodDescriptor> methods = context.getMethodDescriptors();
        methods.sort(
                Comparator.comparingInt(descriptor -> PLACES.getOrDefault(descriptor.getMethod(), Integer.MAX_VALUE)));
        Order.of(context.getConfigurationParameter(Order.PARAMETER))
                .arrange(methods, context.getTestClass().getName());
        if (atOnce(context.getConfigurationParameter(JUnitPlatformRun.AT_ONCE))) {
            methods.sort(Comparator.comparing(descriptor -> rests(descriptor.getMethod())));
        }
    }

    private static boolean atOnce(Optional<String> enabled) {
        return enabled.filter("true"::equals).isPresent();
    }

    private static boolean rests(Method method) {
        Scenario scenario = method.getAnnotation(Scenario.class);
        return scenario != null && scenario.rests();
    }

    /** Empty, since scenarios are independent and parallel driving breaks no order. */
    @Override
    public Optional<ExecutionMode> getDefaultExecutionMode() {
        return Optional.empty();
    }

    private static int place(List<Class<?>> order, ClassDescriptor descriptor) {
        int index = order.indexOf(descriptor.getTestClass());
        return index < 0 ? order.size() : index;
    }
}
