package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --fault ID} in one process and {@code run} in another: every file of the run names the same failure. */
class FaultyServerProcessTests {

    @TempDir
    Path folder;

    private static final String GAP = "upload-gap.before=0,gap=1000,rest=1000";

    @Test
    void that_answers_wrongly_is_found_out_in_every_report() {
        isFoundOut("gap-answered-400", "fragment.status.gap", GAP);
    }

    @Test
    @Tag("long")
    void that_answers_garbage_is_found_out_in_every_report() {
        isFoundOut("fragment-garbage-answer", "answer.http", GAP);
    }

    private void isFoundOut(String fault, String requirement, String caseId) {
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
