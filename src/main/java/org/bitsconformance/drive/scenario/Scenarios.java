package org.bitsconformance.drive.scenario;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every scenario of the suite. */
public final class Scenarios {

    /** In driving order. */
    private static final List<Class<?>> CLASSES = List.of(
            PingScenarios.class,
            CreateSessionScenarios.class,
            FragmentScenarios.class,
            OutOfOrderScenarios.class,
            InterruptedFragmentScenarios.class,
            SlowFragmentScenarios.class,
            EndOfSessionScenarios.class,
            ReplyScenarios.class,
            UnknownSessionScenarios.class,
            NamedHostScenarios.class,
            LimitScenarios.class,
            SessionIdentityScenarios.class,
            ConnectionScenarios.class,
            BadPacketScenarios.class,
            RequestFormScenarios.class,
            HeaderFormScenarios.class,
            AccessScenarios.class,
            SecurityScenarios.class,
            ApplicationScenarios.class,
            ApplicationFailureScenarios.class,
            ConcurrentScenarios.class,
            LargeUploadScenarios.class,
            LearnedScenarios.class);

    private static final List<Described> ALL = CLASSES.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Scenario.class))
                    .sorted(Comparator.comparing(
                            method -> method.getAnnotation(Scenario.class).id()))
                    .map(method -> described(type, method)))
            .toList();

    private static final Map<String, Described> BY_ID =
            ALL.stream().collect(Collectors.toMap(Described::id, Function.identity()));

    private Scenarios() {}

    /**
     * What a scenario says about itself.
     *
     * @param id of the scenario
     * @param title what it does, in a few words
     * @param onlyByName whether only its whole id selects it, never a glob of a plan
     * @param scaled what it leaves to the user of the suite
     * @param requirements ids of the requirements that it exists to exercise
     * @param type the class that holds it
     * @param method the method that drives it
     */
    public record Described(
            String id,
            String title,
            boolean onlyByName,
            List<Scenario.Measure> scaled,
            List<String> requirements,
            Class<?> type,
            Method method) {

        /** Its cases, in the order of its table. */
        public List<Case> cases() {
            return CaseTable.of(id);
        }

        /** Its cases, in the order in which they are driven. */
        public List<Case> cases(Order order) {
            List<Case> arranged = new ArrayList<>(cases());
            order.arrange(arranged, id);
            return List.copyOf(arranged);
        }
    }

    public static List<Described> all() {
        return ALL;
    }

    public static Optional<Described> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static Described described(Class<?> type, Method method) {
        Scenario scenario = method.getAnnotation(Scenario.class);
        return new Described(
                scenario.id(),
                scenario.title(),
                scenario.onlyByName(),
                List.of(scenario.scaled()),
                List.of(scenario.exercises()),
                type,
                method);
    }
}
