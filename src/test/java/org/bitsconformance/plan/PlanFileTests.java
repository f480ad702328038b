package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanFileTests {
    private static final String HEAD = "name: n\ntitle: t\ninclude: [a]\n";

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("# c\ntitle: t\ninclude: [a]", "plan.yaml:2: \"name\" is missing"),
                arguments("name: n\ninclude: [a]", "plan.yaml:1: \"title\" is missing"),
                arguments("name: n\ntitle: t", "plan.yaml:1: \"include\" is missing"),
                arguments("name: n\ntitle:\ninclude: [a]", "plan.yaml:2: \"title\" has no value"),
                arguments("name: n\ntitle: ' '\ninclude: [a]", "plan.yaml:2: \"title\" must not be blank"),
                arguments(
                        "name: [n]\ntitle: t\ninclude: [a]",
                        "plan.yaml:1: \"name\" must be a single value, not a list"),
                arguments(
                        "name: n\ntitle: {a: b}\ninclude: [a]",
                        "plan.yaml:2: \"title\" must be a single value, not a mapping"),
                arguments(
                        "name: \"a\\eb\"\ntitle: t\ninclude: [a]",
                        "plan.yaml:1: \"name\" must be one line of printable characters, not \"a\\u001bb\""),
                arguments(
                        "name: n\ntitle: |\n  a\n  b\ninclude: [a]",
                        "plan.yaml:2: \"title\" must be one line of printable characters, not \"a\\nb\""),
                arguments(
                        "name: n\ntitle: t\ninclude: a", "plan.yaml:3: \"include\" must be a list, not a single value"),
                arguments(
                        "name: n\ntitle: t\ninclude: {a: b}", "plan.yaml:3: \"include\" must be a list, not a mapping"),
                arguments("name: n\ntitle: t\ninclude:", "plan.yaml:3: \"include\" has no value"),
                arguments(
                        "name: n\ntitle: t\ninclude: []",
                        "plan.yaml:3: \"include\" must have at least one entry; \"*\" is every scenario"),
                arguments("name: n\ntitle: t\ninclude:\n  - a\n  -\n", "plan.yaml:5: \"include\" has no value"),
                arguments(
                        "name: n\ntitle: t\ninclude:\n  - a\n  - [b]\n",
                        "plan.yaml:5: \"include\" must be a single value, not a list"),
                arguments(HEAD + "exclude: x", "plan.yaml:4: \"exclude\" must be a list, not a single value"),
                arguments(
                        HEAD + "\n\n\ntimeout: soon",
                        "plan.yaml:7: \"timeout\" must be a duration such as 500ms, 5s or 2m, not \"soon\""),
                arguments(
                        HEAD + "timeout: 5",
                        "plan.yaml:4: \"timeout\" must be a duration such as 500ms, 5s or 2m, not \"5\""),
                arguments(
                        HEAD + "timeout: 0s",
                        "plan.yaml:4: \"timeout\" must be a duration from 1ms to 24h, not \"0s\""),
                arguments(
                        HEAD + "budget: 5",
                        "plan.yaml:4: \"budget\" must be a mapping of keys to values, not a single value"),
                arguments(HEAD + "budget: {}", "plan.yaml:4: \"budget\" must have \"requests\", \"bytes\" or both"),
                arguments(
                        HEAD + "budget:\n  request: 5",
                        "plan.yaml:5: unknown key \"budget.request\"; did you mean \"requests\"?"),
                arguments(
                        HEAD + "budget:\n  bytes: 1 MB\n  requests: 0",
                        "plan.yaml:6: \"budget.requests\" must be a whole number of at least 1, not \"0\""),
                arguments(
                        HEAD + "budget:\n  bytes: much",
                        "plan.yaml:5: \"budget.bytes\" must be a number of bytes such as 65536, 64 KiB or 4 GiB, not"
                                + " \"much\""),
                arguments(
                        HEAD + "notification: both",
                        "plan.yaml:4: \"notification\" must be none, reference or value, not \"both\""),
                arguments(
                        HEAD + "notification: {type: value}",
                        "plan.yaml:4: \"notification\" must be a single value, not a mapping"),
                arguments(HEAD + "time_out: 5s", "plan.yaml:4: unknown key \"time_out\"; did you mean \"timeout\"?"),
                arguments(HEAD + "includes: []", "plan.yaml:4: unknown key \"includes\"; did you mean \"include\"?"),
                arguments(
                        HEAD + "colour: red",
                        "plan.yaml:4: unknown key \"colour\"; the keys are name, title, include, exclude, timeout, budget,"
                                + " notification"),
                arguments(
                        HEAD + "\"\\e[2J\": red",
                        "plan.yaml:4: unknown key \"\\u001b[2J\"; the keys are name, title, include, exclude, timeout, budget,"
                                + " notification"),
                arguments(HEAD + "name: again", "plan.yaml:4: \"name\" is given twice; the first is on line 1"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void says_what_is_wrong(String text, String message) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> PlanFile.parse(new TextFile("plan.yaml", text)))
                .withMessage(message);
    }

    @Test
    void long_texts_are_cut_in_messages() {
        String text = "x".repeat(500);

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> PlanFile.parse(new TextFile("plan.yaml", HEAD + "timeout: " + text)))
                .withMessage("plan.yaml:4: \"timeout\" must be a duration such as 500ms, 5s or 2m, not \""
                        + "x".repeat(80) + "...\"");
    }
}
