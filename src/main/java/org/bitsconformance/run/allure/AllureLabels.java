package org.bitsconformance.run.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.requirement.Level;

/**
 * The place of a result in Allure's tree of behaviours: one epic, its packet as the feature, and its severity.
 * Allure's tree of suites has the same two suites as {@code junit.xml}, and no class names.
 */
final class AllureLabels {

    static final String ANY_PACKET = "Any packet";
    static final String HTTP = "HTTP";

    /** The feature of everything about the run as a whole. */
    static final String RUN = "The run";

    private static final String EPIC = "BITS upload protocol";

    private AllureLabels() {}

    /** Puts a result in its place in Allure's trees, by behaviour and by suite. */
    static void put(TestResult result, String feature, String story, String severity, String parentSuite) {
        List<String> ours = List.of("epic", "feature", "story", "severity", "parentSuite", "suite", "subSuite");
        result.getLabels().removeIf(label -> ours.contains(label.getName()));
        add(result, "epic", EPIC);
        add(result, "feature", feature);
        add(result, "story", story);
        add(result, "severity", severity);
        add(result, "parentSuite", parentSuite);
        add(result, "suite", feature);
    }

    /** Adds one label. */
    static void add(TestResult result, String name, String value) {
        result.getLabels().add(new Label().setName(name).setValue(value));
    }

    /**
     * The packet that a scenario is about: the one that its id begins with, or else the one that its first requirement
     * names. Scenarios that begin with {@code http-} are about HTTP, whatever packet they send.
     */
    static String featureOf(String scenario, List<String> requirements) {
        if (scenario.startsWith("http-")) {
            return HTTP;
        }
        String firstWord = scenario.split("-", 2)[0];
        return packet(type -> words(type)[0].equals(firstWord))
                .or(() -> requirements.stream().findFirst().flatMap(AllureLabels::named))
                .orElse(ANY_PACKET);
    }

    /** The packet that a part of a requirement's id names. */
    static String featureOf(String requirement) {
        return named(requirement).orElse(ANY_PACKET);
    }

    /** The severity of the strongest of several levels. */
    static String severity(Stream<Level> levels) {
        return switch (levels.min(Comparator.naturalOrder()).orElse(Level.MAY)) {
            case MUST, STATED -> "critical";
            case SHOULD -> "normal";
            case MAY -> "minor";
        };
    }

    private static Optional<String> named(String requirement) {
        List<String> parts = Arrays.asList(requirement.split("\\."));
        return packet(type -> parts.contains(String.join("-", words(type))));
    }

    private static Optional<String> packet(Predicate<PacketType> test) {
        return Arrays.stream(PacketType.values())
                .filter(type -> type != PacketType.ACK)
                .filter(test)
                .findFirst()
                .map(PacketType::headerValue);
    }

    private static String[] words(PacketType type) {
        return type.headerValue().toLowerCase(Locale.ROOT).split("-");
    }
}
