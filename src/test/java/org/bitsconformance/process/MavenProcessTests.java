package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.drive.client.DeafPort;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn verify -Dbits.url=URL}: the build fails if the run does, and the files say the same. Calls only the goal
 * of the run, so nothing is built again during this build.
 */
class MavenProcessTests {

    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    @TempDir
    Path folder;

    @BeforeAll
    static void mavenIsThere() {
        boolean onThePath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "mvn"))
                .anyMatch(Files::isExecutable);
        assumeThat(onThePath).as("mvn is on the PATH").isTrue();
    }

    @Tag("long")
    @Test
    void fails_for_a_faulty_server() {
        try (Served server = Served.with("--fault", "gap-accepted")) {
            Ended build = maven(
                    server.url(), "-Dbits.readback=none", "-Dbits.only=upload-gap,ping", "-Dbits.user=u:PLANTED-word");

            assertThat(build.exitCode()).isNotZero();
            assertThat(build.out())
                    .contains("BUILD FAILURE", "FAIL fragment.status.gap  (", "verdict: nonconformant (plan full");
            assertThat(build.out()).doesNotContain("PLANTED");
            assertThat(listed(build))
                    .as("each case that failed once, under its id, and the run")
                    .satisfiesExactly(
                            one -> assertThat(one).contains(" upload-gap.before=1000,gap=1,rest=1000: Fragment ("),
                            two -> assertThat(two).contains(" upload-gap.before=1000,gap=5000,rest=1000: Fragment ("),
                            three ->
                                    assertThat(three).contains(" upload-gap.before=1000,gap=100000,rest=1: Fragment ("),
                            four -> assertThat(four).contains(" upload-gap.before=0,gap=1000,rest=1000: Fragment ("),
                            run -> assertThat(run).contains(" verdict: nonconformant", "; report: " + report()));
            assertThat(build.out().split("upload-gap\\.before=1000,gap=1,rest=1000: ", -1))
                    .hasSize(2);
            assertThat(lastOfSuite(build)).isEqualTo("report:       " + report());
        }
        RunFolder files = new RunFolder(folder);
        assertThat(files.verdict()).isEqualTo("nonconformant");
        assertThat(files.failedInReport()).containsExactly("fragment.status.gap");
        assertThat(files.inJUnit("requirements", "failure")).containsExactly("fragment.status.gap");
        assertThat(files.allure())
                .containsEntry("fragment.status.gap", "skipped")
                .containsEntry("upload-gap.before=1000,gap=1,rest=1000", "failed")
                .containsEntry("ping.times=1", "passed");
        assertThat(files.texts().values()).noneMatch(text -> text.contains("PLANTED"));
    }

    @Tag("long")
    @Test
    void succeeds_for_a_conformant_server() {
        try (Served server = Served.with()) {
            Ended build = maven(server.url(), "-Dbits.readback=url", "-Dbits.only=ping,close-session");

            assertThat(build.exitCode()).as(build.out()).isZero();
            assertThat(build.out()).contains("BUILD SUCCESS", "verdict: conformant (plan full)");
        }
        RunFolder files = new RunFolder(folder);
        assertThat(files.verdict()).isEqualTo("conformant");
        assertThat(files.allure().values()).contains("passed").doesNotContain("failed", "broken");
        assertThat(files.allure()).containsKeys("ping.times=1", "delivery.complete");
    }

    @Tag("long")
    @Test
    void fails_if_nothing_listens() {
        try (DeafPort port = DeafPort.any()) {
            Ended build = maven("http://127.0.0.1:" + port.number() + "/up/", "-Dbits.only=ping,upload-gap");

            assertThat(build.exitCode()).isNotZero();
            assertThat(build.out()).contains("BUILD FAILURE");
            assertThat(listed(build))
                    .singleElement()
                    .asString()
                    .contains("Nothing listens at 127.0.0.1:" + port.number(), "; report: " + report());
            assertThat(lastOfSuite(build)).isEqualTo("report:       " + report());
        }
        RunFolder files = new RunFolder(folder);
        assertThat(files.verdict()).isEqualTo("incomplete");
        assertThat(files.allure()).containsEntry("ping.times=1", "skipped").containsEntry("verdict", "broken");
    }

    @Tag("long")
    @Test
    void fails_for_a_wrong_option() {
        Ended build = maven("http://127.0.0.1:1/up/", "-Dbits.timeout=soon");

        assertThat(build.exitCode()).isNotZero();
        assertThat(listed(build))
                .singleElement()
                .asString()
                .endsWith("--timeout must be a duration such as 500ms, 5s or 2m, not \"soon\"");
    }

    private Path report() {
        return folder.resolve("report.html");
    }

    /** The failures and errors that the build lists after the last test; the first line of each. */
    private static List<String> listed(Ended build) {
        return build.lines().stream()
                .filter(line -> line.startsWith("[ERROR]   "))
                .toList();
    }

    /** The last line before that list. */
    private static String lastOfSuite(Ended build) {
        return build.lines().stream()
                .takeWhile(line -> !line.matches("\\[ERROR] (Failures|Errors): "))
                .reduce("", (before, line) -> line);
    }

    private Ended maven(String url, String... options) {
        List<String> words = new ArrayList<>(List.of(
                "mvn",
                "-o",
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + System.getProperty("bits.repository"),
                "surefire:test@conformance",
                "-Dbits.url=" + url,
                "-Dbits.out=" + folder));
        words.addAll(Arrays.asList(options));
        return Command.other(PROJECT, words).ended();
    }
}
