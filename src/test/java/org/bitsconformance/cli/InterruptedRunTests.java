package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bitsconformance.cli.console.Progress;
import org.bitsconformance.hostile.UnansweredFragments;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run reports that was told to stop while a fragment had no answer; the time limit is ten minutes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptedRunTests {

    @TempDir
    Path folder;

    private final StringWriter console = new StringWriter();

    @Test
    void what_was_judged_before_is_reported_but_not_the_broken_off_packet() throws Exception {
        RunResult result = interrupted();

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.reason()).isEqualTo("the run was interrupted");
        assertThat(result.cases()).allSatisfy(one -> {
            boolean before = one.scenario().equals("create-session");
            assertThat(one.verdict()).isEqualTo(before ? Verdict.PASS : Verdict.INCOMPLETE);
            assertThat(one.reason()).isEqualTo(before ? "" : "the run was interrupted");
        });
        assertThat(result.requirements()).noneMatch(requirement -> requirement.verdict() == Verdict.FAIL);
        assertThat(console.toString())
                .endsWith("verdict: incomplete (plan full; delivery not judged)" + System.lineSeparator());
        assertThat(Files.readString(folder.resolve("report.json"))).contains("the run was interrupted");
    }

    @Test
    void the_case_in_progress_ends_interrupted_after_its_session_was_cancelled() throws Exception {
        interrupted();

        List<CaseEnd> ends = RecordReader.read(folder.resolve("transcript")).stream()
                .filter(CaseEnd.class::isInstance)
                .map(CaseEnd.class::cast)
                .toList();
        CaseEnd last = ends.get(ends.size() - 1);
        assertThat(last.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(last.reason()).isEqualTo("the run was interrupted");
        assertThat(RecordReader.read(folder.resolve("transcript")))
                .filteredOn(event ->
                        event instanceof Exchange exchange && exchange.caseId().equals(last.caseId()))
                .extracting(event -> ((Exchange) event).ending())
                .containsExactly(Exchange.Ending.ANSWERED, Exchange.Ending.CUT_OFF, Exchange.Ending.ANSWERED);
    }

    /** Drives the cases of two scenarios; the second stops at its first fragment. */
    private RunResult interrupted() throws IOException {
        try (UnansweredFragments server = UnansweredFragments.start();
                ConformanceRun run = new ConformanceRun(
                        new RunPreparation(name -> null)
                                .prepare(InProcess.request(
                                        server.url(), folder, "only", "create-session,upload-gap", "timeout", "10m")),
                        ended -> {})) {
            FinishedRun finished = new FinishedRun(run, new PrintWriter(console));
            CompletableFuture<Void> hook = CompletableFuture.runAsync(() -> {
                server.awaitFragment();
                finished.interrupted(Progress.plain(new PrintWriter(console)));
            });
            run.preflight();
            JUnitPlatformRun.execute(run);
            RunResult result = finished.report();
            hook.join();
            return result;
        }
    }
}
