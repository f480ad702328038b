package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage ends the process with exit code 2 and one line on standard error, without a stack trace. */
class WrongUsageProcessTests {

    private static final String OPTIONS = "bits-conformance: ";

    @TempDir
    Path folder;

    @Tag("long")
    @ParameterizedTest(name = "bits-conformance {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                | no command given; see bits-conformance --help",
                "run --timeout 5                   | --timeout must be a duration such as 500ms, 5s or 2m, not \"5\"",
                "run --plan no-such.yaml           | no-such.yaml: no such file",
                "serve --port 70000                | --port must be between 0 and 65535, not 70000"
            })
    void is_reported_in_one_line(String words, String message) {
        refused(message, words.isEmpty() ? new String[0] : words.split(" +"));
    }

    @Test
    void a_target_file_names_file_line_and_nearest_key() throws IOException {
        Path target = Files.writeString(folder.resolve("target.yaml"), "name: here\nurll: http://localhost/\n");
        refused(target + ":2: unknown key \"urll\"; did you mean \"url\"?", "run", "--target", target.toString());
    }

    @Tag("long")
    @Test
    void a_target_file_that_needs_an_environment_variable_says_which() throws IOException {
        Path target = Files.writeString(
                folder.resolve("target.yaml"), "url: http://localhost/\nuser: u\npassword: ${BITS_NO_SUCH_VARIABLE}\n");
        Ended run = Command.run("run", "--target", target.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith(OPTIONS + target + ":3: ").contains("BITS_NO_SUCH_VARIABLE");
    }

    @Tag("long")
    @Test
    void incomplete_credentials_and_a_trailing_line_feed_in_the_environment_are_refused_by_name() {
        String half = " is not; set both, or neither";
        String feed = " ends in a line feed; set it without one, for example with printf instead of echo";
        Map.of(
                        Map.of("BITS_USER", "u"), "BITS_USER is set and BITS_PASSWORD" + half,
                        Map.of("BITS_PASSWORD", "pw"), "BITS_PASSWORD is set and BITS_USER" + half,
                        Map.of("BITS_USER", "u\n", "BITS_PASSWORD", "pw"), "BITS_USER" + feed,
                        Map.of("BITS_USER", "u", "BITS_PASSWORD", "pw\n"), "BITS_PASSWORD" + feed)
                .forEach((environment, message) -> {
                    Ended run = Command.start(environment, "run", "--url", "http://127.0.0.1:1/")
                            .ended();
                    assertThat(run.exitCode()).isEqualTo(2);
                    assertThat(run.err().lines()).containsExactly(OPTIONS + message);
                });
    }

    @Tag("long")
    @Test
    void a_url_without_its_option_is_suggested_without_its_password() {
        refused("unexpected argument \"http://h/x/\"; did you mean --url http://h/x/?", "run", "http://u:secret@h/x/");
    }

    @Tag("long")
    @Test
    void a_reports_folder_that_is_a_file_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "");
        cannotBeWritten(file, 2);
        assertThat(file).hasContent("");
    }

    @Tag("long")
    @Test
    void a_report_that_cannot_be_written_is_not_a_success() throws IOException {
        Files.createDirectories(folder.resolve("report.html").resolve("in-the-way"));
        cannotBeWritten(folder, 3);
    }

    @Tag("long")
    @Test
    void an_occupied_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Ended served = Command.run("serve", "--port", port);
            assertThat(served.exitCode()).isEqualTo(2);
            assertThat(served.out()).isEmpty();
            assertThat(served.err().lines()).hasSize(1);
            assertThat(served.err()).contains(port);
        }
    }

    private static void cannotBeWritten(Path out, int exitCode) {
        Ended run = Command.run("run", "--only", "ping", "--out", out.toString());
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith(OPTIONS + "--out " + out + " cannot be written: ");
        assertThat(run.out()).doesNotContain("verdict:");
    }

    private static void refused(String message, String... arguments) {
        Ended refused = Command.run(arguments);
        assertThat(refused.err().lines()).containsExactly(OPTIONS + message);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
    }
}
