package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} as a user starts it. */
class RunProcessTests {

    @TempDir
    Path folder;

    @Test
    void without_a_url_judges_the_reference_server() throws IOException {
        Ended run = Command.run("run", "--plan", "smoke", "--out", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lastLine()).isEqualTo("verdict: conformant (plan smoke)");
        assertThat(run.out()).doesNotContain("\u001b", "\r");
        assertThat(run.lines())
                .filteredOn(line -> !line.startsWith("report:") && !line.matches(" *\\d+/\\d+ .*"))
                .allMatch(line -> line.length() <= 80);
        assertThat(entries()).contains("report.html", "report.json", "junit.xml", "allure-results", "transcript");
        assertThat(new RunFolder(folder).verdict()).isEqualTo("conformant");
    }

    /** The script archives classes before its first start. */
    @Tag("long")
    @Test
    void the_script_starts_it() {
        Ended ended = Command.script("--version").orElse(null);
        assumeThat(ended).as("another jar than the script's is tested").isNotNull();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).matches("bits-conformance \\d+\\.\\d+\\.\\d+\\R");
    }

    @Tag("long")
    @Test
    void smoke_starts_without_the_client_library_that_full_needs() {
        assertThat(loaded("] io.restassured.", "--plan", "smoke")).isEmpty();
        assertThat(loaded("] io.restassured.", "--only", "ping-in-state")).isNotEmpty();
    }

    /** The command line library looks for Groovy, which takes long to start, unless it is told not to. */
    @Tag("long")
    @Test
    void starts_no_groovy_until_the_client_library_needs_it() {
        assertThat(loaded("groovy.", "--only", "ping")).isEmpty();
    }

    /** Classes that a run loads whose line in the log of the Java virtual machine contains {@code part}. */
    private List<String> loaded(String part, String option, String value) {
        List<String> words = Command.java(
                "run", option, value, "--out", folder.resolve(value).toString());
        Path classes = folder.resolve(value + ".classes");
        words.add(words.indexOf("-jar"), "-Xlog:class+load:file=" + classes);
        Ended run = Command.started(Map.of(), words).ended();
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (Stream<String> lines = Files.lines(classes)) {
            return lines.filter(line -> line.contains(part)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Tag("long")
    @Test
    void an_earlier_run_in_the_same_folder_leaves_only_foreign_files() throws IOException {
        Path allure = Files.createDirectories(folder.resolve("allure-results"));
        Path stale = Files.writeString(allure.resolve("00000000-1111-2222-3333-444444444444-result.json"), "{}");
        Path attachment = Files.writeString(allure.resolve("00000000-1111-2222-3333-444444444444-attachment.txt"), "");
        List<Path> kept = List.of(
                Files.writeString(allure.resolve("categories.json"), "[]"),
                Files.writeString(allure.resolve("my-result.json"), "{}"),
                Files.writeString(folder.resolve("notes.txt"), "mine"));

        Ended run = Command.run("run", "--only", "ping", "--out", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(stale).doesNotExist();
        assertThat(attachment).doesNotExist();
        assertThat(kept).allMatch(Files::exists);
        assertThat(new RunFolder(folder).wireInAllure("ping.times=3"))
                .containsPattern("(?s)(===== \\S+ Ping =====\n(BITS_POST|POST) .* -----\nHTTP/1.1 200 .*){3}");
    }

    @Tag("long")
    @Test
    void in_a_pipe_there_is_a_line_for_each_scenario_and_each_broken_case() {
        try (Served server = Served.with("--fault", "gap-accepted")) {
            List<String> run = List.of(
                    "run",
                    "--url",
                    server.url(),
                    "--only",
                    "ping,upload-gap",
                    "--retries",
                    "0",
                    "--out",
                    folder.toString());
            Ended brief = Command.run(run.toArray(String[]::new));
            assertThat(brief.exitCode()).isEqualTo(1);
            assertThat(brief.lines().stream().filter(line -> line.contains("  ping")))
                    .containsExactly("    2/6  pass        ping  (2 cases)");
            assertThat(brief.lines())
                    .contains("    6/6  fail        upload-gap  (4 cases)")
                    .anyMatch(line -> line.matches(
                            "    ./6  fail        upload-gap.before=\\S+  (.*, )?fragment.status.gap(,.*)?"));
            assertThat(brief.out()).doesNotContain("\u001b");

            List<String> all = new ArrayList<>(run);
            all.add("--verbose");
            assertThat(Command.run(all.toArray(String[]::new)).lines())
                    .contains("    1/6  pass        ping.times=1", "    2/6  pass        ping.times=3");
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
