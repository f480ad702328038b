package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitsconformance.process.Command.Ended;
import org.bitsconformance.transcript.RecordWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Output that cannot be written ends the process with one line on standard error and an exit code that is not 0: 2
 * before a run has begun, 3 after that.
 */
@EnabledOnOs(OS.LINUX)
class OutputProcessTests {

    private static final String FULL = "/dev/full";
    private static final String FULL_OUTPUT =
            "bits-conformance: standard output cannot be written: No space left on device";

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void a_second_run_in_the_folder_of_another_is_refused() throws IOException {
        Path out = folder.resolve("out");
        Ended second;
        try (RecordWriter first = new RecordWriter(out.resolve("transcript"))) {
            second = Command.run("run", "--plan", "smoke", "--out", out.toString());
        }
        Ended third = Command.run("run", "--only", "ping", "--out", out.toString());

        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err().lines())
                .containsExactly("bits-conformance: --out " + out
                        + ": another run is writing there; give each run its own folder");
        assertThat(second.out()).isEmpty();
        assertThat(third.exitCode()).isZero();
    }

    @Tag("long")
    @Test
    void a_disk_that_is_full_before_the_run_is_a_wrong_folder() throws IOException {
        Path transcript = Files.createDirectories(folder.resolve("transcript"));
        Files.createSymbolicLink(transcript.resolve("events.jsonl"), Path.of(FULL));

        Ended run = Command.run("run", "--plan", "smoke", "--out", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly("bits-conformance: --out " + folder + " cannot be written: No space left on device");
        assertThat(run.out()).doesNotContain("verdict");
    }

    @Test
    void a_disk_that_fills_up_during_a_run_leaves_it_incomplete() {
        Ended run = shell("ulimit -f 100; exec \"$@\"", "run", "--plan", "smoke", "--out", folder.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines())
                .containsExactly("bits-conformance: --out " + folder + " cannot be written: File too large");
        assertThat(run.out()).doesNotContain("verdict");
    }

    @Tag("long")
    @Test
    void a_report_that_cannot_be_written_leaves_the_run_incomplete() throws IOException {
        Files.createSymbolicLink(folder.resolve("report.json.part"), Path.of(FULL));

        Ended run = Command.run("run", "--only", "ping", "--out", folder.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines())
                .containsExactly("bits-conformance: --out " + folder + " cannot be written: No space left on device");
    }

    @Test
    void full_standard_output_is_not_a_success() {
        String full = "exec \"$@\" > " + FULL;
        Ended list = shell(full, "list");
        assertThat(list.exitCode()).isEqualTo(2);
        assertThat(list.err().strip()).isEqualTo(FULL_OUTPUT);
    }

    @Tag("long")
    @Test
    void full_standard_output_is_not_a_success_of_a_run() {
        Ended run = shell("exec \"$@\" > " + FULL, "run", "--only", "ping", "--out", folder.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().strip()).isEqualTo(FULL_OUTPUT);
    }

    @Tag("long")
    @Test
    void a_reader_that_goes_away_changes_nothing() {
        Ended run = shell("\"$@\" | head -1; exit $?", "list");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize(1);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {8, 12, 13})
    void too_little_memory_gives_no_verdict(int megabytes) {
        List<String> words = Command.java("run", "--only", "ping", "--out", folder.toString());
        words.replaceAll(word -> word.equals("-Xms64m") ? "-Xmx" + megabytes + "m" : word);

        Ended run = Command.started(Map.of(), words).ended();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("bits-conformance: out of memory: give Java more than ")
                .endsWith(" MB, such as java -Xmx1g -jar \u2026");
        assertThat(run.out()).doesNotContain("verdict");
    }

    @Tag("long")
    @Test
    void a_class_that_does_not_initialise_gives_no_verdict() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("catalogue")).resolve("requirements.yaml"), "- [");
        List<String> words = Command.java(
                "run", "--only", "ping", "--out", folder.resolve("out").toString());
        int jar = words.indexOf("-jar");
        words.set(jar, "-cp");
        words.set(jar + 1, folder + File.pathSeparator + words.get(jar + 1));
        words.add(jar + 2, "org.bitsconformance.cli.Main");

        Ended run = Command.started(Map.of(), words).ended();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("bits-conformance: error of the suite: ")
                .doesNotContain("\tat ");
        assertThat(run.out()).doesNotContain("verdict");
    }

    private static Ended shell(String script, String... arguments) {
        return new Shell(script, Command.java(arguments)).ended();
    }

    /** An {@code sh} script whose arguments are a command line. */
    private record Shell(String script, List<String> words) {

        Ended ended() {
            List<String> all = new ArrayList<>(List.of("sh", "-c", script, "sh"));
            all.addAll(words);
            return Command.started(Map.of(), all).ended();
        }
    }
}
