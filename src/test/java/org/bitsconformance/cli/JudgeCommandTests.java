package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.Rejudged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeCommandTests {

    private static final String CAPTURES = "src/test/resources/captures/";
    private static final String CAPTURE = "src/test/resources/traffic/upload.har";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void a_run_judged_again_has_the_same_verdicts(String retries) {
        RunResult run = run(
                FragmentFault.GAP_ACCEPTED,
                "only",
                "ping,upload-gap,close-session",
                "retries",
                retries,
                "readback",
                "auto");
        RunResult again = judged("--out", folder.resolve("again").toString());
        assertThat(again.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(again.reason()).isEqualTo(run.reason());
        assertThat(again.verdictLine()).isEqualTo(run.verdictLine());
        assertThat(again.requirements())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(run.requirements());
        assertThat(again.cases())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("durationMicros", "drives.exchanges")
                .isEqualTo(run.cases());
        assertThat(again.documents().conflicts()).isEqualTo(run.documents().conflicts());
        assertThat(again.documents().states()).isEqualTo(run.documents().states());
        assertThat(again.run().durationMillis()).isEqualTo(run.run().durationMillis());
    }

    @Test
    void another_dialect_gives_other_verdicts() {
        Rejudged windows = Rejudged.of(new JudgeRequest(
                CAPTURE,
                Optional.of("windows"),
                false,
                Optional.empty(),
                Optional.of(folder.resolve("w").toString())));
        assertThat(windows.result().verdict()).isEqualTo(RunVerdict.CONFORMANT);
    }

    @Test
    void a_capture_of_a_refused_upload_is_incomplete_and_says_where_to_look() {
        CommandOutput output = CommandOutput.of(
                "judge",
                "src/test/resources/captures/refused.har",
                "--out",
                folder.resolve("r").toString());
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.out().replaceAll("\\s+", " "))
                .startsWith(
                        "incomplete: The upload was refused: Create-Session \u2192 403, 0x80070005 (E_ACCESSDENIED);"
                                + " look at the rights of the user on the folder")
                .containsOnlyOnce("was refused")
                .containsSubsequence("note: A HAR has headers and decoded bodies", "verdict: incomplete");
    }

    @Test
    void a_capture_without_the_headers_of_an_answer_is_refused_with_its_entry() {
        assertWrong(
                "missingheaders.har log.entries[0]: response.headers is missing: the capture does not show the answer;"
                        + " record it again with headers",
                CAPTURES + "missingheaders.har");
    }

    @Test
    void an_http_2_label_hides_no_fault_and_proves_nothing() {
        CommandOutput output = CommandOutput.of(
                "judge",
                CAPTURES + "bad-range-http20.har",
                "--out",
                folder.resolve("v").toString());
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.out()).startsWith("FAIL fragment.received-range.value  (MUST, broken 1 of 1)");
        assertThat(output.out().replaceAll("\\s+", " "))
                .containsPattern(
                        "note: A HAR has headers[^.]*: [a-z., -]*answer\\.http-version,[a-z., -]* cannot be judged");
    }

    @Test
    void the_bytes_of_both_directions_of_a_connection_are_judged() throws IOException {
        Path requests = folder.resolve("10.0.0.1.49152-10.0.0.2.00080");
        Path answers = folder.resolve("10.0.0.2.00080-10.0.0.1.49152");
        Files.write(requests, traffic("01", "03", "04", "06", "08"));
        Files.write(answers, traffic("02", "05", "07", "09"));
        CommandOutput output = CommandOutput.of(
                "judge",
                "--requests",
                requests.toString(),
                "--answers",
                answers.toString(),
                "--dialect",
                "windows",
                "--out",
                folder.resolve("j").toString());
        assertThat(output.exitCode()).as(output.out() + output.err()).isZero();
        assertThat(output.out())
                .contains("server http://frankcao8/: conformant (1 upload)")
                .contains("client Microsoft BITS/6.7: ")
                .endsWith("verdict: conformant (plan streams; delivery not judged)\n");
    }

    /** Messages of the upload that MC-BUP section 4.1 shows, one after the other. */
    private static byte[] traffic(String... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String number : numbers) {
            try (DirectoryStream<Path> file =
                    Files.newDirectoryStream(Path.of("src/test/resources/traffic"), "upload-" + number + "-*")) {
                bytes.write(Files.readAllBytes(file.iterator().next()));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "judge --requests a|--requests and --answers are the two directions of a connection: give both",
                "judge|give the folder of a run, a HAR or SAZ file, or --requests and --answers",
                "judge x --requests a --answers b|give a folder or file, or --requests and --answers, not both",
                "judge --requests nowhere/a --answers b|nowhere/a: no such file"
            })
    void a_wrong_way_to_name_packets_is_one_clear_line(String command, String message) {
        CommandOutput output = CommandOutput.of(command.split(" "));
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err().lines()).hasSize(1).first().asString().endsWith(message);
    }

    @Test
    void a_capture_of_two_hops_is_noticed_and_judged_once() {
        CommandOutput output = CommandOutput.of(
                "judge", CAPTURES + "twohops.har", "--out", folder.resolve("t").toString());
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.out().replaceAll("\\s+", " "))
                .contains("note: The capture was taken on both sides of a proxy: 4 packets are in it twice; the copy"
                        + " closer to the server is judged.");
    }

    @Test
    void the_upload_of_a_real_client_is_judged_from_a_capture() {
        CommandOutput output =
                CommandOutput.of("judge", CAPTURE, "--out", folder.resolve("c").toString());
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.out())
                .contains("FAIL session-id.echoed  (MUST, broken 2 of 2)")
                .contains("note: One of its entries is not a BITS packet and was left out.")
                .endsWith("verdict: nonconformant (plan capture; bytes on the wire not judged; delivery not judged)\n")
                .doesNotContain("  reproduce ");
        assertThat(output.out().replaceAll("\\s+", " "))
                .contains("client.one-at-a-time cannot be judged from it.")
                .doesNotContain("half of the time limit");
        assertThat(folder.resolve("c/report.html")).exists();
        assertThat(folder.resolve("c/transcript/events.jsonl")).exists();

        CommandOutput again = CommandOutput.of(
                "judge",
                folder.resolve("c").toString(),
                "--out",
                folder.resolve("again").toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out().lines().filter(line -> line.startsWith("requirements:")))
                .containsExactlyElementsOf(output.out()
                        .lines()
                        .filter(line -> line.startsWith("requirements:"))
                        .toList());

        CommandOutput reproduced =
                CommandOutput.of("reproduce", folder.resolve("c").toString());
        assertThat(reproduced.exitCode()).isEqualTo(2);
        assertThat(reproduced.err()).contains("somebody else's client sent the packets in ");
    }

    @Test
    void a_refusal_in_a_capture_accuses_nobody() throws IOException {
        String refused = Files.readString(Path.of(CAPTURE))
                .replaceFirst(
                        "\"status\": 200,\\s+\"statusText\": \"OK\"", "\"status\": 403, \"statusText\": \"Forbidden\"");
        Path capture = Files.writeString(folder.resolve("refused.har"), refused);
        RunResult result = Rejudged.of(new JudgeRequest(
                        capture.toString(),
                        Optional.of("windows"),
                        false,
                        Optional.empty(),
                        Optional.of(folder.resolve("r").toString())))
                .result();
        assertThat(result.requirements())
                .filteredOn(one -> one.requirement().id().equals("create-session.status"))
                .singleElement()
                .returns(Verdict.INFO, RequirementResult::verdict)
                .extracting(RequirementResult::reason)
                .asString()
                .endsWith("The record does not show whether it had a reason.");
    }

    @Test
    void what_a_capture_does_not_show_is_skipped() {
        RunResult result = Rejudged.of(new JudgeRequest(
                        CAPTURE,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(folder.resolve("s").toString())))
                .result();
        assertThat(result.requirements())
                .filteredOn(one -> List.of("answer.http", "answer.sent")
                        .contains(one.requirement().id()))
                .extracting(RequirementResult::verdict)
                .containsOnly(Verdict.SKIP);
    }

    @Test
    void a_record_that_was_cut_short_is_judged_as_far_as_it_goes() throws IOException {
        run(FragmentFault.GAP_ACCEPTED, "only", "ping,upload-gap");
        Path record = folder.resolve("run/transcript/events.jsonl");
        String whole = Files.readString(record);
        int lastCase = whole.lastIndexOf("\"event\":\"case\"");
        Files.writeString(record, whole.substring(0, whole.indexOf('\n', lastCase) + 80));

        RunResult again = judged("--out", folder.resolve("cut").toString());
        assertThat(again.cases()).extracting(CaseResult::verdict).contains(Verdict.PASS, Verdict.INCOMPLETE);
        assertThat(again.cases().get(again.cases().size() - 1).reason())
                .isEqualTo("the record ends here: the run was cut short");
    }

    @Test
    void problems_are_reported_in_one_line() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path noHeader = Files.createDirectories(folder.resolve("no-header"));
        Files.writeString(
                noHeader.resolve("events.jsonl"),
                "{\"event\":\"case-end\",\"caseId\":\"a\",\"ending\":\"DRIVEN\",\"reason\":\"\"}\n");
        assertWrong("no such file or folder", folder.resolve("none").toString());
        assertWrong("has no record: there is no ", empty.toString());
        assertWrong("the record does not begin with the event run", noHeader.toString());
        assertWrong("is not JSON (line 1)", "README.md");
        assertWrong("--dialect must be one of any, win32", CAPTURE, "--dialect", "latin");
    }

    private static void assertWrong(String problem, String... arguments) {
        List<String> words = new java.util.ArrayList<>(List.of("judge"));
        words.addAll(List.of(arguments));
        CommandOutput output = CommandOutput.of(words.toArray(String[]::new));
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err().lines()).singleElement().asString().contains(problem);
    }

    private RunResult judged(String... options) {
        return Rejudged.of(new JudgeRequest(
                        folder.resolve("run").toString(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(options[1])))
                .result();
    }

    private RunResult run(Fault fault, String... options) {
        try (ReferenceServer server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(fault))) {
            return InProcess.run(InProcess.request(server.uploadUrl().toString(), folder.resolve("run"), options));
        }
    }
}
