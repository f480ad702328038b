package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.NotificationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlansTests {
    private static final List<String> SCENARIOS = List.of(
            "ping",
            "create-session",
            "upload-in-fragments",
            "upload-gap",
            "close-session",
            "cancel-session",
            "fragment-after-close",
            "unknown-session",
            "http-expect",
            "cut-off-in-body",
            "slow-fragment",
            "outside-by-url",
            "outside-by-content-name",
            "odd-content-name",
            "session-guessed",
            "session-of-another-user",
            "notified-upload",
            "nobody-notified",
            "copy-to-destination",
            "no-copy",
            "static-reply-url",
            "application-error",
            "last-fragment-again",
            "reply-download",
            "files-removed",
            "replies-side-by-side",
            "stored-upload-gone",
            "concurrent-uploads",
            "large-total",
            "far-offset",
            "large-upload",
            "learned");

    static List<String> names() {
        return Plans.names();
    }

    @Test
    void the_names_are_those_of_the_files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("testplans"))) {
            assertThat(Plans.names())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                                    .sorted()
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_plan_has_the_name_of_its_file(String name) {
        assertThat(Plans.load(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_glob_matches(String name) {
        Selection selection = Plans.load(name).select(SCENARIOS);

        assertThat(selection.unmatched()).isEmpty();
        assertThat(selection.ids()).isNotEmpty();
    }

    @Test
    void full_is_everything() {
        assertThat(Plans.load("full").select(SCENARIOS).ids()).isEqualTo(SCENARIOS);
    }

    @Test
    void a_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.YML");
        Files.writeString(file, """
            name: mine
            title: "  Some scenarios "
            include: [ping, "*-session"]
            exclude: ["unknown-?ession"]
            timeout: 500ms
            budget: {requests: 100, bytes: 64 KiB}
            notification: reference
            """);

        assertThat(Plans.load(file.toString()))
                .isEqualTo(new Plan(
                        "mine",
                        "Some scenarios",
                        List.of("ping", "*-session"),
                        List.of("unknown-?ession"),
                        Optional.of(Duration.ofMillis(500)),
                        new Budget(OptionalLong.of(100), OptionalLong.of(65536)),
                        NotificationSettings.Type.REFERENCE));
    }

    @Test
    void the_minimal_plan() {
        assertThat(PlanFile.parse(new TextFile("p", "{name: 7, title: true, include: [a]}")))
                .isEqualTo(new Plan(
                        "7",
                        "true",
                        List.of("a"),
                        List.of(),
                        Optional.empty(),
                        Budget.UNLIMITED,
                        NotificationSettings.Type.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smok     | 'unknown plan \"smok\"; did you mean \"smoke\"? the plans are concurrent, full, history, large, security, smoke,"
                        + " upload-reply, wire; the name of a plan file ends in .yaml or .yml'",
                "Full     | 'unknown plan \"Full\"; did you mean \"full\"? the plans are concurrent, full, history, large, security, smoke,"
                        + " upload-reply, wire; the name of a plan file ends in .yaml or .yml'",
                "nothing  | 'unknown plan \"nothing\"; the plans are concurrent, full, history, large, security, smoke, upload-reply, wire; the"
                        + " name of a plan file ends in .yaml or .yml'",
                "''       | 'unknown plan \"\"; the plans are concurrent, full, history, large, security, smoke, upload-reply, wire; the name of a"
                        + " plan file ends in .yaml or .yml'",
                "..       | 'unknown plan \"..\"; the plans are concurrent, full, history, large, security, smoke, upload-reply, wire; the name of"
                        + " a plan file ends in .yaml or .yml'",
                "no.yaml  | no.yaml: no such file",
                "./smoke  | ./smoke: no such file",
                "no\\smoke | no\\smoke: no such file"
            })
    void unknown_names_and_files(String name, String message) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> Plans.load(name))
                .withMessage(message);
    }
}
