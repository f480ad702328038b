package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** JUnit gets the result of each case. */
class CaseExtensionTests {

    private static final Reply HELLO = Reply.ack(200);

    /** Replies to the probes after the first, which the script has. */
    private static final int REPLIES_TO_PROBES = 6;

    private static final Reply CREATED = Reply.ack(
            200,
            "BITS-Protocol: {7df0354d-249b-430f-820d-3d2a9bef4931}",
            "BITS-Session-Id: {11111111-2222-3333-4444-555555555555}");

    @TempDir
    Path folder;

    private final Map<String, TestExecutionResult> outcomes = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private Optional<String> baseline = Optional.empty();
    private Optional<String> shard = Optional.empty();
    private Function<ConformanceRun, LauncherDiscoveryRequest> scenarios = JUnitPlatformRun::scenarios;

    @Test
    void a_case_that_holds_passes() {
        RunResult result = drive("ping", HELLO);
        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(outcome("ping.times=1").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcome("ping.status").getStatus()).isEqualTo(Status.SUCCESSFUL);
    }

    /** Surefire does not know about shards and starts every case. */
    @Test
    void a_case_of_another_shard_is_aborted_and_nothing_is_sent_for_it() {
        shard = Optional.of("1/2");
        Scenarios.Described scenario = Scenarios.find("ping").orElseThrow();
        scenarios = run -> LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(scenario.type(), scenario.method()))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter("junit.jupiter.extensions.autodetection.exclude", "io.qameta.*")
                .configurationParameter(CurrentRun.PARAMETER, run.key())
                .build();
        RunResult result = drive("ping", HELLO);

        assertThat(result.cases()).extracting(CaseResult::id).containsExactly("ping.times=1");
        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(outcome("ping.times=1").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(thrown("ping.times=3", TestAbortedException.class)).hasMessage("the case belongs to another shard");
    }

    @Test
    void a_broken_requirement_is_a_failed_assertion_with_expected_and_actual() {
        RunResult result = drive("ping", HELLO, Reply.ack(202));
        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        AssertionFailedError failure = thrown("ping.times=1", AssertionFailedError.class);
        assertThat(failure.getMessage())
                .startsWith("Ping was answered 202 where 200 is expected.")
                .contains("requirement ping.status (MC-BUP 3.2.5.2.5; Win32 ack-for-ping)");
        assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("status 200");
        assertThat(failure.getActual().getStringRepresentation()).isEqualTo("HTTP/1.1 202 Something");
        assertThat(thrown("ping.status", AssertionFailedError.class)).hasMessageStartingWith("Ping was answered 202");
    }

    @Test
    void what_was_not_judged_is_an_error_but_not_a_failure() {
        RunResult result = drive("close-session", HELLO, Reply.ack(200));
        assertThat(caseOf(result, "close-session").verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(thrown("close-session", CaseIncomplete.class))
                .hasMessage(
                        "incomplete: Create-Session was answered 200 without BITS-Session-Id; a session would complete"
                                + " it");
    }

    @Test
    void a_limit_of_the_target_skips_the_case() {
        RunResult result = drive("upload-in-fragments", HELLO, CREATED, Reply.ack(413));
        String id = "upload-in-fragments.size=1,fragment=1,connection=kept";
        assertThat(caseOf(result, id).verdict()).isEqualTo(Verdict.SKIP);
        assertThat(outcome(id).getStatus()).isEqualTo(Status.ABORTED);
        assertThat(thrown(id, TestAbortedException.class)).hasMessage("the target's limit: Fragment was answered 413");
    }

    @Tag("long")
    @Test
    void two_cases_in_a_row_without_any_answer_stop_the_run() {
        RunResult result = drive("*", HELLO, new Reply("", Then.HANG));
        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.cases()).allMatch(one -> one.verdict() == Verdict.INCOMPLETE);
        assertThat(thrown("ping.times=1", CaseIncomplete.class)).hasMessageContaining("no longer answers");
        assertThat(thrown("ping.times=3", CaseIncomplete.class)).hasMessageContaining("no longer answers");
        assertThat(thrown("ping-in-state.state=none", CaseIncomplete.class))
                .hasMessage("incomplete: the target stopped answering before the first case: neither ping.times=1 nor"
                        + " ping.times=3 got an answer");
        assertThat(caseOf(result, "ping-in-state.state=none").exchanges()).isEmpty();
        assertThat(outcome("close-session").getStatus()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_known_failure_passes_with_a_note() {
        baseline = Optional.of("known:\n  - requirement: error.*\n    reason: waits for 2.1\n");
        RunResult result = drive("ping", HELLO, Reply.ack(200, "BITS-Error-Code: 0x80070005"));
        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(caseOf(result, "ping.times=1").verdict()).isEqualTo(Verdict.KNOWN);
        assertThat(outcome("ping.times=1").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcome("error.code.absent").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcome("verdict").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(notes.get("ping.times=1"))
                .contains(" Known: waits for 2.1 (")
                .endsWith("b.yaml:2)");
    }

    @Test
    void an_entry_of_the_baseline_that_no_longer_fails_is_a_failed_test() {
        baseline = Optional.of("""
            known:
              - requirement: ping.status
                reason: waits for 2.1
              - requirement: close-session.status
                reason: other
            """);
        RunResult result = drive("ping", HELLO);
        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(outcome("ping.times=1").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcomes)
                .extractingByKey("baseline ping.status")
                .extracting(stale -> stale.getThrowable().orElseThrow().getMessage())
                .asString()
                .endsWith("b.yaml:2: ping.status no longer fails: remove the entry");
        assertThat(outcomes)
                .extractingByKey("baseline close-session.status")
                .returns(Status.ABORTED, TestExecutionResult::getStatus);
        assertThat(thrown("verdict", AssertionFailedError.class)).hasMessageContaining("no longer fails");
    }

    @Test
    void a_packet_without_an_answer_fails_the_case_if_the_server_is_alive() {
        RunResult result = drive("ping", HELLO, Reply.of("").then(Then.CLOSE), HELLO);
        assertThat(caseOf(result, "ping.times=1").findings())
                .filteredOn(finding -> finding.verdict() == Verdict.FAIL)
                .singleElement()
                .returns("answer.sent", finding -> finding.requirement());
        assertThat(thrown("ping.times=1", CaseIncomplete.class))
                .hasMessage("incomplete: there was no answer to Ping; an Ack to the packet would complete it");
        assertThat(thrown("answer.sent", AssertionFailedError.class))
                .hasMessageStartingWith("There was no answer to Ping: the connection was closed.");
        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
    }

    @Test
    void what_breaks_once_and_holds_on_a_fresh_session_is_unstable_with_both_records() throws IOException {
        RunResult result = drive("ping", 1, HELLO, Reply.ack(202), HELLO);
        CaseResult unstable = caseOf(result, "ping.times=1");
        assertThat(unstable.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(unstable.drives()).extracting(Drive::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
        assertThat(unstable.drives()).allMatch(drive -> !drive.exchanges().isEmpty());
        assertThat(thrown("ping.times=1", AssertionFailedError.class))
                .hasMessageContaining("Unstable: the case was driven 2 times");
        assertThat(thrown("ping.status", AssertionFailedError.class)).hasMessageContaining("Unstable");
        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(RecordReader.read(folder.resolve("transcript")).stream()
                        .filter(CaseStart.class::isInstance)
                        .map(CaseStart.class::cast)
                        .filter(start -> start.caseId().equals("ping.times=1")))
                .extracting(CaseStart::drive)
                .containsExactly(1, 2);
    }

    @Test
    void what_breaks_each_time_fails_and_is_counted_once() {
        RunResult result = drive("close-session", 2, HELLO, Reply.ack(500));
        CaseResult failed = caseOf(result, "close-session");
        assertThat(failed.drives()).hasSize(3);
        assertThat(result.requirements())
                .filteredOn(one -> one.requirement().id().equals("create-session.status"))
                .singleElement()
                .returns(Verdict.FAIL, one -> one.verdict())
                .returns(1, one -> one.broken());
    }

    @Test
    void a_case_that_gets_its_missing_answer_when_driven_again_is_judged() {
        RunResult result = drive("ping", 1, HELLO, Reply.of("").then(Then.CLOSE), HELLO, HELLO);
        assertThat(caseOf(result, "ping.times=1").verdict()).isEqualTo(Verdict.PASS);
        assertThat(caseOf(result, "ping.times=1").drives())
                .extracting(Drive::verdict)
                .containsExactly(Verdict.INCOMPLETE, Verdict.PASS);
    }

    private RunResult drive(String only, Reply... script) {
        return drive(only, 0, script);
    }

    private RunResult drive(String only, int retries, Reply... script) {
        Map<String, String> options = new HashMap<>(Map.of(
                "bits.only",
                only,
                "bits.timeout",
                "2s",
                "bits.readback",
                "none",
                "bits.retries",
                String.valueOf(retries),
                "bits.out",
                folder.toString()));
        shard.ifPresent(part -> options.put("bits.shard", part));
        baseline.ifPresent(text -> options.put("bits.baseline", file(text)));
        List<Reply> replies = new ArrayList<>(Collections.nCopies(REPLIES_TO_PROBES, HELLO));
        replies.addAll(List.of(script));
        try (ScriptedServer server = ScriptedServer.answering(replies.toArray(Reply[]::new));
                ConformanceRun run = new ConformanceRun(
                        new RunPreparation(name -> null)
                                .prepare(RunRequest.ofProperties(options::get).against(Target.at(server.url()))),
                        ended -> {})) {
            assertThat(run.preflight().diagnosis()).isEmpty();
            execute(run);
            return run.finish();
        }
    }

    /** Runs like {@link JUnitPlatformRun}, but keeps the outcomes and leaves out Allure. */
    private void execute(ConformanceRun run) {
        LauncherConfig alone = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(alone)) {
            CurrentRun.put(run);
            TestExecutionListener listener = new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest()) {
                        outcomes.put(name(test), result);
                    }
                }

                @Override
                public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                    notes.put(name(test), entry.getKeyValuePairs().get("known"));
                }
            };
            session.getLauncher().execute(scenarios.apply(run), listener);
            session.getLauncher().execute(JUnitPlatformRun.verdicts(run), listener);
        }
    }

    private String file(String text) {
        try {
            return Files.writeString(folder.resolve("b.yaml"), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of a case without the number that JUnit puts before it; for an entry of the baseline, its two words. */
    private static String name(TestIdentifier test) {
        String name = test.getDisplayName();
        return name.startsWith("baseline ") ? name : name.substring(name.lastIndexOf(' ') + 1);
    }

    private static CaseResult caseOf(RunResult result, String id) {
        return result.cases().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private TestExecutionResult outcome(String name) {
        assertThat(outcomes).containsKey(name);
        return outcomes.get(name);
    }

    private <T extends Throwable> T thrown(String name, Class<T> type) {
        Throwable thrown = outcome(name).getThrowable().orElseThrow();
        assertThat(thrown).isInstanceOf(type);
        return type.cast(thrown);
    }
}
