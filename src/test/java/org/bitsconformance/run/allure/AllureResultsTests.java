package org.bitsconformance.run.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Allure gets to know about a run. */
class AllureResultsTests {

    private static final Reply HELLO = Reply.ack(200);
    private static final int REPLIES_TO_PROBES = 7;

    @TempDir
    Path folder;

    private final Map<String, TestResult> results = new HashMap<>();
    private final Map<String, String> attachments = new HashMap<>();

    @Test
    void a_case_says_what_it_is_about_and_has_a_step_for_each_packet() {
        drive(0, HELLO, HELLO, HELLO, Reply.ack(202));

        TestResult held = results.get("ping.times=1");
        assertThat(labels(held))
                .containsEntry("epic", "BITS upload protocol")
                .containsEntry("feature", "Ping")
                .containsEntry("story", "Ping, once and repeated on the same connection")
                .containsEntry("severity", "critical")
                .containsEntry("parentSuite", "cases")
                .containsEntry("suite", "Ping");
        assertThat(held.getParameters())
                .extracting(Parameter::getName, Parameter::getValue)
                .containsExactly(tuple("times", "1"));
        assertThat(held.getLinks())
                .extracting(Link::getName)
                .contains("ping.status (MC-BUP 3.2.5.2.5)")
                .doesNotHaveDuplicates();
        assertThat(held.getHistoryId()).isEqualTo("ping.times=1");
        assertThat(held.getSteps())
                .extracting(StepResult::getName, StepResult::getStatus)
                .containsExactly(tuple("Ping → 200 Something", Status.PASSED));

        TestResult broken = results.get("ping.times=3");
        assertThat(broken.getStatus()).isEqualTo(Status.FAILED);
        assertThat(broken.getSteps())
                .extracting(StepResult::getStatus)
                .containsExactly(Status.PASSED, Status.PASSED, Status.FAILED);
        StepResult last = broken.getSteps().get(2);
        assertThat(last.getName()).isEqualTo("Ping → 202 Something");
        assertThat(last.getStatusDetails().getMessage())
                .contains("ping.status fail: Ping was answered 202 where 200 is expected.");
        assertThat(last.getStart()).isBetween(broken.getStart() - 1000, last.getStop());
        assertThat(broken.getAttachments()).hasSize(1);
        assertThat(attachments.get(broken.getAttachments().get(0).getSource())).contains("HTTP/1.1 202 Something");
    }

    @Test
    void the_drives_of_a_case_are_shown_separately() {
        drive(1, Reply.ack(202), HELLO, HELLO, HELLO, HELLO);

        TestResult unstable = results.get("ping.times=1");
        assertThat(unstable.getSteps())
                .extracting(StepResult::getName, StepResult::getStatus)
                .containsExactly(tuple("drive 1: fail", Status.FAILED), tuple("drive 2: pass", Status.PASSED));
        assertThat(unstable.getSteps()).allMatch(drive -> drive.getSteps().size() == 1);
        assertThat(attachments.get(unstable.getAttachments().get(0).getSource()))
                .containsSubsequence("## drive 1 of 2: fail ##", " 202 ", "## drive 2 of 2: pass ##", " 200 ");
    }

    @Test
    void requirements_and_the_run_have_their_place() {
        drive(0, HELLO, HELLO, HELLO, HELLO);

        TestResult requirement = results.get("ping.status");
        assertThat(labels(requirement))
                .containsEntry("feature", "Ping")
                .containsEntry("story", "A Ping is answered 200.")
                .containsEntry("severity", "critical")
                .containsEntry("parentSuite", "requirements");
        assertThat(requirement.getLinks())
                .extracting(Link::getName)
                .containsExactly("MC-BUP 3.2.5.2.5", "Win32 ack-for-ping");
        assertThat(requirement.getDescriptionHtml())
                .contains("Judged 4 times, broken 0 times.")
                .doesNotContain("Look at");
        assertThat(labels(results.get("verdict")))
                .containsEntry("feature", "The run")
                .containsEntry("severity", "blocker");
    }

    @Test
    void what_a_server_sends_is_escaped_and_has_no_control_characters() {
        drive(
                0,
                Reply.of("HTTP/1.1 299 <b>\u0007\u001b[31m" + "x".repeat(500)
                        + "\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n"),
                HELLO,
                HELLO,
                HELLO);

        TestResult broken = results.get("ping.times=1");
        assertThat(broken.getSteps().get(0).getName())
                .startsWith("Ping → 299 <b>\\x07\\x1B[31mxxx")
                .hasSizeLessThan(250);
        assertThat(results.values())
                .allSatisfy(result -> assertThat(String.valueOf(result.getDescriptionHtml()))
                        .doesNotContain("<b>")
                        .doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void text_is_escaped_and_cut() {
        assertThat(AllureText.paragraphs("a <script> & \u0000b", "", "c"))
                .isEqualTo("<p>a &lt;script&gt; &amp;  b</p><p>c</p>");
        assertThat(AllureText.paragraphs("x".repeat(5000))).hasSizeLessThan(2100);
    }

    private void drive(int retries, Reply... script) {
        Map<String, String> options = Map.of(
                "bits.only",
                "ping",
                "bits.timeout",
                "5s",
                "bits.readback",
                "none",
                "bits.retries",
                String.valueOf(retries),
                "bits.out",
                folder.toString());
        List<Reply> replies = new ArrayList<>(Collections.nCopies(REPLIES_TO_PROBES, HELLO));
        replies.addAll(List.of(script));
        try (ScriptedServer server = ScriptedServer.answering(replies.toArray(Reply[]::new));
                ConformanceRun run = new ConformanceRun(
                        new RunPreparation(name -> null)
                                .prepare(RunRequest.ofProperties(options::get).against(Target.at(server.url()))),
                        ended -> {})) {
            assertThat(run.preflight().diagnosis()).isEmpty();
            AllureRun.execute(run, new Kept());
        }
    }

    private static Map<String, String> labels(TestResult result) {
        return result.getLabels().stream().collect(Collectors.toMap(Label::getName, Label::getValue));
    }

    /** Keeps what would be written to files. */
    private final class Kept implements AllureResultsWriter {

        @Override
        public void write(TestResult result) {
            results.put(result.getName(), result);
        }

        @Override
        public void write(TestResultContainer container) {
            // Does not report cases.
        }

        @Override
        public void write(String source, InputStream attachment) {
            try {
                attachments.put(source, new String(attachment.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
