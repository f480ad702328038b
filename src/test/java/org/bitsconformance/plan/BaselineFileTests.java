package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFileTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String ENTRY = "known:\n  - requirement: ping.status\n    reason: r\n";

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("# c\nknow: []", "b.yaml:2: unknown key \"know\"; did you mean \"known\"?"),
                arguments("known:", "b.yaml:1: \"known\" has no value"),
                arguments("known: {a: b}", "b.yaml:1: \"known\" must be a list, not a mapping"),
                arguments("known: all", "b.yaml:1: \"known\" must be a list, not a single value"),
                arguments(
                        "known:\n  - ping.status",
                        "b.yaml:2: \"known\" must be a list of mappings of keys to values, not of a single value"),
                arguments("known:\n  -\n", "b.yaml:2: \"known\" has no value"),
                arguments(ENTRY + "  - requirement: a", "b.yaml:4: \"known.reason\" is missing"),
                arguments(
                        ENTRY + "  - reason: why",
                        "b.yaml:4: \"known\" has an entry with neither \"requirement\" nor \"case\"; it needs one of"
                                + " them"),
                arguments(ENTRY + "    reson: why", "b.yaml:4: unknown key \"known.reson\"; did you mean \"reason\"?"),
                arguments(
                        ENTRY + "    requirement: b",
                        "b.yaml:4: \"requirement\" is given twice; the first is on line 2"),
                arguments(
                        ENTRY + "    case: []",
                        "b.yaml:4: \"known.case\" must be one value or a list with at least one entry"),
                arguments(ENTRY + "    case:\n      - a\n      - ' '", "b.yaml:6: \"known.case\" must not be blank"),
                arguments(ENTRY + "    case: {a: b}", "b.yaml:4: \"known.case\" must be a single value, not a mapping"),
                arguments(
                        "known:\n  - requirement: a\n    reason: |\n      b\n      c\n",
                        "b.yaml:3: \"known.reason\" must be one line of printable characters, not \"b\\nc\""),
                arguments(
                        ENTRY + "    expires: soon",
                        "b.yaml:4: \"known.expires\" must be a date such as 2026-12-31, not \"soon\""),
                arguments(
                        ENTRY + "    expires: 2026-02-30",
                        "b.yaml:4: \"known.expires\" must be a date such as 2026-12-31, not \"2026-02-30\""),
                arguments(
                        ENTRY + "    expires: 2026-02-28",
                        "b.yaml:4: \"known.expires\" has passed: the entry for \"ping.status\" expired on 2026-02-28;"
                                + " check whether it still fails, then change the date or remove the entry"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void says_what_is_wrong(String text, String message) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> parse(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://h/", "https:", "javascript:alert(1)", "//h/x", "https://u:SECRET@h/", "http://h/a b", "17"
            })
    void a_link_is_a_url_and_anything_else_is_not_repeated_in_the_message(String link) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> parse(ENTRY + "    link: \"" + link + "\""))
                .withMessage("b.yaml:4: \"known.link\" must be a http or https URL without credentials, such as"
                        + " https://tracker.example/17");
    }

    @Test
    void reads_every_key() {
        BaselineEntries baseline = parse("""
            known:
              - requirement: ping.*
                case: [a, b*]
                reason: because
                link: https://tracker.example/17?x=y#z
                expires: 2026-03-01
              - case: c
                reason: also
            """);

        assertThat(baseline.file()).isEqualTo("b.yaml");
        assertThat(baseline.entries())
                .containsExactly(
                        new BaselineEntry(
                                2,
                                Optional.of("ping.*"),
                                List.of("a", "b*"),
                                "because",
                                Optional.of("https://tracker.example/17?x=y#z"),
                                Optional.of(TODAY)),
                        new BaselineEntry(
                                7, Optional.empty(), List.of("c"), "also", Optional.empty(), Optional.empty()));
    }

    @Test
    void may_be_empty() {
        assertThat(parse("known: []").entries()).isEmpty();
    }

    private static BaselineEntries parse(String text) {
        return BaselineFile.parse(new TextFile("b.yaml", text), TODAY);
    }
}
