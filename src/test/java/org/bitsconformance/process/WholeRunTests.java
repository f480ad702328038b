package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.bitsconformance.cli.CommandOutput;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} without any option but the folder: plan full on the reference server. */
@Order(2)
class WholeRunTests {

    /** What a single set-up of one server can leave out. */
    private static final int MOST_SKIPPED = 10;

    @TempDir
    Path folder;

    @Test
    void judges_nearly_everything() {
        CommandOutput run = CommandOutput.of("run", "--out", folder.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).endsWith("verdict: conformant (plan full)");
        RunFolder files = new RunFolder(folder);
        assertThat(files.verdict()).isEqualTo("conformant");
        JsonNode report = files.report();
        assertThat(report.path("counts").path("requirements").path("pass").asInt())
                .isGreaterThan(130);
        int skipped = report.path("counts").path("requirements").path("skip").asInt();
        assertThat(skipped).isBetween(1, MOST_SKIPPED);
        String others =
                "judged by bits-conformance run --notification none and bits-conformance run --notification value";
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("note: " + skipped + " requirements need another set-up; most are " + others);
        assertThat(report.path("notices").get(0).asText()).endsWith(others);
        assertThat(files.allure())
                .hasSizeGreaterThan(30)
                .containsKey("ping.times=1")
                .containsKey("ping.status");
        assertThat(files.allure().values()).containsOnly("passed", "skipped");
        assertThat(files.texts().get(folder.resolve("transcript").resolve("events.jsonl")))
                .contains("unknown-session.packet=cancel");
    }
}
