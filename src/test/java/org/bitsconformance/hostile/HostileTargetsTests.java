package org.bitsconformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server sends, the run ends, no error is the suite's own, and nothing is called conformant. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class HostileTargetsTests {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void hostile_from_the_first_byte(Hostility hostility) throws IOException {
        assertThat(judge(hostility, false).verdict()).isNotEqualTo(RunVerdict.CONFORMANT);
    }

    @ParameterizedTest
    @EnumSource
    void hostile_after_answered_pings(Hostility hostility) throws IOException {
        RunResult result = judge(hostility, true);

        assertThat(result.verdict())
                .isEqualTo(hostility == Hostility.UNAUTHORIZED ? RunVerdict.INCOMPLETE : RunVerdict.NONCONFORMANT);
    }

    @Test
    void a_server_that_dies_for_good_is_reported_with_the_case_in_which_it_stopped() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                Outage outage = Outage.of(server.uploadUrl(), 2)) {
            RunResult result = InProcess.run(InProcess.request(outage.url(), folder, "only", "upload-gap,ping"));

            assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
            String first = result.cases().stream()
                    .filter(one -> one.verdict() == Verdict.INCOMPLETE)
                    .map(CaseResult::id)
                    .findFirst()
                    .orElseThrow();
            assertThat(result.reason()).startsWith("the target stopped answering in " + first + ": neither " + first);
            assertThat(result.requirements()).noneMatch(requirement -> requirement.verdict() == Verdict.FAIL);
        }
    }

    @Test
    void a_server_that_dies_and_comes_back_leaves_its_case_incomplete_and_fails_nothing() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                Outage outage = Outage.of(server.uploadUrl(), 2)) {
            RunResult result = InProcess.run(
                    InProcess.request(outage.url(), folder, "only", "upload-gap,ping"), ended -> outage.comeBack());

            assertThat(outage.hasDied()).isTrue();
            assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
            assertThat(result.cases())
                    .filteredOn(one -> one.verdict() != Verdict.PASS)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.verdict()).isEqualTo(Verdict.INCOMPLETE);
                        assertThat(one.reason()).startsWith("no connection could be established");
                    });
            assertThat(result.requirements()).noneMatch(requirement -> requirement.verdict() == Verdict.FAIL);
        }
    }

    private RunResult judge(Hostility hostility, boolean answersPings) throws IOException {
        try (HostileServer server = HostileServer.start(hostility, answersPings)) {
            RunResult result = assertTimeout(
                    LONGEST,
                    () -> InProcess.run(InProcess.request(
                            server.url(),
                            folder,
                            "only",
                            "ping,create-session,close-session",
                            "timeout",
                            "500ms",
                            "readback",
                            "none")));
            assertThat(RecordReader.read(folder.resolve("transcript")))
                    .filteredOn(event -> event instanceof CaseEnd end && end.ending() == Ending.SUITE_ERROR)
                    .as("errors of the suite")
                    .isEmpty();
            return result;
        }
    }
}
