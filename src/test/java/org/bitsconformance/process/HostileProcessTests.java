package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bitsconformance.hostile.HostileServer;
import org.bitsconformance.hostile.Hostility;
import org.bitsconformance.hostile.Outage;
import org.bitsconformance.process.Command.Ended;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plan smoke with its default options and 256 MB of heap, against targets that misbehave: the run ends, its files are whole,
 * and its verdict is true.
 */
class HostileProcessTests {

    /** How long a run may last by itself, and all of them together on an idle machine. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** The fragment at which the server dies. */
    private static final int IN_THE_MIDDLE = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BODY_OF_8_GB", "HUGE_HEADER", "MARKUP"})
    @Tag("long")
    void a_server_that_strains_memory_or_reports_is_nonconformant(Hostility hostility) throws IOException {
        assertThat(judge(hostility, true).exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("matrix")
    void every_hostility_from_the_first_byte_ends_within_a_minute(Hostility hostility) throws IOException {
        long begin = System.nanoTime();
        judge(hostility, false);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("matrix")
    void every_hostility_after_answered_pings_ends_within_a_minute(Hostility hostility) throws IOException {
        long begin = System.nanoTime();
        judge(hostility, true);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
    }

    @Tag("long")
    @Test
    void a_server_that_dies_in_the_middle_leaves_the_run_incomplete() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                Outage outage = Outage.of(server.uploadUrl(), IN_THE_MIDDLE)) {
            Ended ended = judge(outage.url());

            assertThat(outage.hasDied()).isTrue();
            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.out().replaceAll("\\s+", " "))
                    .containsPattern(
                            "the target stopped answering in upload-\\S+: neither upload-\\S+ nor upload-\\S+ ");
        }
        assertThat(new RunFolder(folder).report().path("reason").asText()).startsWith("the target stopped answering ");
    }

    private Ended judge(Hostility hostility, boolean answersPings) throws IOException {
        try (HostileServer server = HostileServer.start(hostility, answersPings)) {
            return judge(server.url());
        }
    }

    /** Checks what is true for every run, whatever the target does. */
    private Ended judge(String url) {
        Ended ended = Command.runInMemory(256, "run", "--plan", "smoke", "--url", url, "--out", folder.toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isIn(1, 3);
        assertThat(ended.out()).doesNotContain("Exception", "\tat ", "error of the suite");
        assertThat(ended.out().chars())
                .as("control characters on the console")
                .allMatch(one -> one == '\n' || one == '\r' || !Character.isISOControl(one));
        RunFolder files = new RunFolder(folder);
        String verdict = ended.exitCode() == 1 ? "nonconformant" : "incomplete";
        assertThat(ended.lastLine()).startsWith("verdict: " + verdict + " (plan smoke");
        assertThat(files.verdict()).isEqualTo(verdict);
        assertThat(files.inJUnit("cases", "failure").isEmpty()
                        && files.inJUnit("requirements", "failure").isEmpty())
                .isEqualTo(verdict.equals("incomplete"));
        assertThat(files.page())
                .contains("</html>")
                .containsIgnoringCase(verdict)
                .doesNotContain("<script>alert", "\u001b");
        return ended;
    }
}
