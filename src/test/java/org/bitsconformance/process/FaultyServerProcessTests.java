package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code serve --fault ID} in one process and {@code run} in another: every file of the run names the same failure. */
class FaultyServerProcessTests {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gap-answered-400, fragment.status.gap, 'upload-gap.before=0,gap=1000,rest=1000'",
        "fragment-garbage-answer, answer.http, 'upload-gap.before=0,gap=1000,rest=1000'"
    })
    void is_found_out_in_every_report(String fault, String requirement, String caseId) {
        try (Served server = Served.with("--fault", fault)) {
            assertThat(server.greeting().get(1)).startsWith("fault " + fault + ": ");
            Ended run = Command.run(
                    "run",
                    "--plan",
                    "smoke",
                    "--only",
                    "ping",
                    "--only",
                    "upload-gap",
                    "--url",
                    server.url(),
                    "--readback",
                    "url",
                    "--timeout",
                    "2s",
                    "--out",
                    folder.toString());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.lastLine()).startsWith("verdict: nonconformant (plan smoke");
            assertThat(run.out()).contains("FAIL " + requirement + "  (", "  expected    ", "  actual      ");
        }
        RunFolder files = new RunFolder(folder);
        assertThat(files.verdict()).isEqualTo("nonconformant");
        assertThat(files.failedInReport()).containsExactly(requirement);
        assertThat(files.inJUnit("requirements", "failure")).containsExactly(requirement);
        assertThat(files.allure()).containsEntry(requirement, "failed");
        boolean exercised = files.inJUnit("cases", "failure").contains(caseId);
        assertThat(files.allure().get(caseId)).isEqualTo(exercised ? "failed" : "broken");
        assertThat(files.inJUnit("cases", exercised ? "failure" : "error")).contains(caseId);
    }
}
