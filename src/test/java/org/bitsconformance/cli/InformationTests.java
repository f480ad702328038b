package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that drive no server. */
class InformationTests {

    private static final int COLUMNS = 80;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "list --help",
                "explain --help",
                "judge --help",
                "reproduce --help",
                "compare --help",
                "requirements --help",
                "serve --help",
                "faults --help",
                "fingerprints --help"
            })
    void help_says_how_it_is_used(String words) {
        String command = words.replace("--help", "").strip();
        assertThat(shown(words.split(" ")))
                .startsWith("Usage: bits-conformance " + command)
                .contains("--help");
    }

    @Test
    void help_names_commands_and_exit_codes() {
        assertThat(shown("--help"))
                .contains("  run ", "  list ", "  explain ", "  serve ", "  faults ", "Exit codes: 0 conformant");
    }

    @Test
    void help_says_each_command_in_a_whole_sentence() {
        String help = shown("--help");
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:"));
        List<String> entries = List.of(commands.split("\\R  (?=[a-z])"));
        assertThat(entries).hasSizeGreaterThan(10);
        assertThat(entries.subList(1, entries.size()))
                .allSatisfy(entry -> assertThat(entry.strip()).endsWith("."));
    }

    @Test
    void completion_script_completes_commands_and_options() {
        CommandOutput ended = CommandOutput.of("generate-completion");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("reproduce", "--method-override", "complete -F ");
    }

    @Test
    void version_is_one_line() {
        assertThat(shown("--version")).matches("bits-conformance \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void list_names_scenarios_and_cases() {
        assertThat(shown("list", "--only", "ping", "--only", "close-*")).isEqualToNormalizingNewlines("""
            ping  Ping, once and repeated on the same connection
              ping.times=1
              ping.times=3
            close-early  Close-Session before the last byte, or before the first: what
                happens to the upload is reported
              close-early.sent=0
              close-early.sent=1000
            close-session  Close-Session after the last byte
              close-session
            3 scenarios, 5 cases
            """);
    }

    @Test
    void list_of_a_plan_is_part_of_the_list_of_all() {
        assertThat(shown("list").lines().toList())
                .containsAll(shown("list", "--plan", "smoke")
                        .lines()
                        .filter(line -> !line.endsWith(" cases"))
                        .toList());
    }

    @Test
    void explains_a_requirement() {
        assertThat(shown("explain", "fragment.status.gap"))
                .contains("requirement   fragment.status.gap (MUST)")
                .contains("written in    MC-BUP 3.2.5.2.6 (MUST)")
                .contains("https://learn.microsoft.com/")
                .contains("look at ")
                .contains("exercised by  far-offset, upload-gap")
                .contains("broken by     gap-accepted, gap-inside-accepted, gap-answered-400,");
    }

    @Test
    void explains_a_requirement_without_a_scenario() {
        assertThat(shown("explain", "answer.http-version"))
                .contains("exercised by  no scenario in particular; judged wherever it applies")
                .contains("broken by     ack-as-http-1-0");
    }

    @Test
    void explains_a_scenario() {
        assertThat(shown("explain", "upload-gap"))
                .contains("scenario      upload-gap")
                .contains("exercises     fragment.status.gap")
                .contains("case          upload-gap.before=1000,gap=1,rest=1000");
    }

    @Test
    void explains_a_fault() {
        assertThat(shown("explain", "gap-accepted"))
                .contains("fault         gap-accepted")
                .contains("breaks        fragment.status.gap")
                .contains("try it        bits-conformance serve --fault gap-accepted");
    }

    @Test
    void faults_say_what_they_break() {
        assertThat(shown("faults")).contains("gap-accepted  ", "    breaks fragment.status.gap");
    }

    @Test
    void faults_can_be_printed_as_json() throws JsonProcessingException {
        JsonNode faults = new ObjectMapper().readTree(shown("faults", "--format", "json"));
        assertThat(faults).hasSizeGreaterThan(40).allSatisfy(fault -> {
            assertThat(fault.fieldNames()).toIterable().startsWith("id", "title", "breaks", "beside", "shownBy");
            assertThat(fault.fieldNames())
                    .toIterable()
                    .filteredOn(name -> !fault.has("side"))
                    .doesNotContain("stimulus");
            assertThat(fault.path("breaks").isArray()).isTrue();
        });
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.path("id").asText()).isEqualTo("gap-accepted");
            assertThat(fault.path("breaks")).singleElement().hasToString("\"fragment.status.gap\"");
            assertThat(fault.has("side")).isFalse();
        });
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.path("id").asText()).isEqualTo("lost-session-kept");
            assertThat(fault.path("side").asText()).isEqualTo("client");
            assertThat(fault.path("stimulus").asText()).isEqualTo("session-unknown");
        });
    }

    @Test
    void fingerprints_say_what_differs(@TempDir Path folder) throws IOException {
        Path copy = Files.writeString(folder.resolve("tea.md"), "# 2.99 Tea\n\nThe water MUST boil.\n");
        assertThat(shown("fingerprints", copy.toString()))
                .startsWith("new: 2.99#1 (MUST)")
                .contains("    The water MUST boil.", "gone: 2.1#1 (MAY)", "    cited by ")
                .contains("1 normative sentence, differences: 1 new, ");
    }

    private static String shown(String... arguments) {
        CommandOutput ended = CommandOutput.of(arguments);
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).doesNotContain("\u001b", "\r\r");
        assertThat(ended.out().lines())
                .filteredOn(line -> line.strip().contains(" ") && !line.contains("\" : "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
        return ended.out();
    }
}
