package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.target.NotificationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan judges on the embedded server depends on how that is set up for it. */
class WholeSetUpTests {

    @TempDir
    Path folder;

    /** Each of the scenarios needs something that a server without set-up does not have. */
    @ParameterizedTest
    @CsvSource({
        "REFERENCE, 'denied-user,upload-over-limit,fragment-over-limit,notified-*,application-unreachable,reply-range,"
                + "host-id,place-directory'",
        "VALUE, 'denied-user,application-breaks-off'",
        "NONE, 'denied-user,nobody-notified,session-expires,session-kept,overwrite-refused'"
    })
    void scenarios_that_need_a_set_up_are_driven(NotificationSettings.Type how, String scenarios) {
        RunResult result = judge(how, scenarios, "parallel", "3");

        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.broken()).isEmpty();
        assertThat(result.cases())
                .allSatisfy(one -> assertThat(one.verdict().word())
                        .as(one.id() + ": " + one.reason())
                        .isIn("pass", "info"));
    }

    /** Connections are reset in one case while others are notified of their uploads. */
    @Test
    void notifications_of_cases_at_once_are_told_apart() {
        String some = "application-*,notified-*,copy-to-destination,no-copy";

        RunResult serial = judge(NotificationSettings.Type.REFERENCE, some);
        RunResult parallel = judge(NotificationSettings.Type.REFERENCE, some, "parallel", "4");

        assertThat(parallel.run().traffic().parallel().driven()).isEqualTo(4);
        assertThat(verdicts(parallel)).isEqualTo(verdicts(serial));
        assertThat(parallel.verdict()).as(parallel.reason()).isEqualTo(RunVerdict.CONFORMANT);
    }

    @ParameterizedTest
    @CsvSource({"full, true", "smoke, false", "upload-reply, false", "wire, false", "security, false"})
    void is_for_plans_with_scenarios_about_it(String plan, boolean whole) {
        assertThat(RunPreparation.judgesWhole(InProcess.request("http://h/", folder, "plan", plan)))
                .isEqualTo(whole);
        assertThat(RunPreparation.judgesWhole(InProcess.request("http://h/", folder, "plan", plan, "only", "ping")))
                .as("whatever is selected of it")
                .isEqualTo(whole);
    }

    private RunResult judge(NotificationSettings.Type how, String only, String... more) {
        String[] options = Stream.concat(Stream.of("only", only, "timeout", "10s"), Stream.of(more))
                .toArray(String[]::new);
        try (EmbeddedServer embedded = EmbeddedServer.startWhole(EmbeddedServer.options(Document.MC_BUP), how)) {
            return InProcess.run(embedded, InProcess.request("", folder, options));
        }
    }

    private static List<String> verdicts(RunResult result) {
        return result.cases().stream()
                .map(one -> one.id() + " " + one.verdict().word())
                .toList();
    }
}
