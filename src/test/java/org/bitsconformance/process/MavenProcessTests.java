package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.process.Command.Ended;
import org.bitsconformance.wire.DeafPort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn verify -Dbits.url=URL}: the build fails as the run does, and the files say the same. Only the goal that holds
 * the run is called, so nothing is built again while this build is under way.
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

    @Test
    void fails_for_a_server_that_is_wrong() {
        try (Served server = Served.with("--fault", "gap-accepted")) {
            Ended build = maven(
                    server.url(), "-Dbits.readback=none", "-Dbits.only=upload-gap,ping", "-Dbits.user=u:PLANTED-word");

            assertThat(build.exitCode()).isNotZero();
            assertThat(build.out())
                    .contains("BUILD FAILURE", "FAIL fragment.status.gap  (", "verdict: nonconformant (plan full");
            assertThat(build.out()).doesNotContain("PLANTED");
            List<String> listed = listed(build);
            assertThat(listed)
                    .filteredOn(line ->
                            line.startsWith("[ERROR]") && line.contains("upload-gap.before=1000,gap=1,rest=1000"))
                    .hasSize(1);
            assertThat(listed)
                    .noneMatch(line -> line.contains("RequirementVerdicts.requirements") && line.contains("416"));
            assertThat(listed).contains("report: " + folder.resolve("report.html"));
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

    @Test
    void succeeds_for_a_server_that_is_right() {
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

    @Test
    void fails_where_nothing_listens() {
        try (DeafPort port = DeafPort.any()) {
            Ended build = maven("http://127.0.0.1:" + port.number() + "/up/", "-Dbits.only=ping,upload-gap");

            assertThat(build.exitCode()).isNotZero();
            assertThat(build.out()).contains("BUILD FAILURE");
            List<String> listed = listed(build);
            assertThat(listed)
                    .filteredOn(line -> line.contains("Nothing listens at"))
                    .hasSize(1);
            assertThat(listed).contains("report: " + folder.resolve("report.html"));
        }
        RunFolder files = new RunFolder(folder);
        assertThat(files.verdict()).isEqualTo("incomplete");
        assertThat(files.allure()).containsEntry("ping.times=1", "skipped").containsEntry("verdict", "broken");
    }

    @Test
    @Tag("matrix")
    void fails_for_an_option_that_is_wrong() {
        Ended build = maven("http://127.0.0.1:1/up/", "-Dbits.timeout=soon");

        assertThat(build.exitCode()).isNotZero();
        assertThat(build.out()).contains("--timeout must be a duration such as 500ms, 5s or 2m, not \"soon\"");
    }

    /** What the build lists of failures and errors after the last test, without empty lines. */
    private static List<String> listed(Ended build) {
        String out = build.out();
        int begin = out.indexOf("Results:");
        return out.substring(begin, out.indexOf("Tests run:", begin))
                .lines()
                .filter(line -> line.replaceAll("\\[[A-Z]+]", "").strip().length() > 0)
                .toList();
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
