package org.bitsconformance.report.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.report.Reports;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SampleFinding;
import org.bitsconformance.result.ScenarioResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTests {

    private static final String CREATE = """
        BITS_POST /files/bits-0a1b2c3d-7.bin HTTP/1.1
        Host: upload.example:8080
        Accept: */*
        User-Agent: bits-conformance/0.1.0 (upload-gap.one)
        BITS-Packet-Type: Create-Session
        Content-Name: bits-0a1b2c3d-7.bin
        Content-Length: 0

        """.replace("\n", "\r\n");

    private static final String ACK = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\n";

    @TempDir
    Path folder;

    private final List<Exchange> exchanges = new ArrayList<>();
    private Ending ending = Ending.ANSWERED;
    private Map<String, String> parameters = Map.of();
    private Declared declared = Declared.NOTHING;

    @Test
    void what_needs_a_server_application_has_no_script() {
        String last = "Content-Range: bytes 0-9/10\r\nContent-Length: 0";
        exchange(Purpose.CASE, CREATE.replace("Create-Session", "Fragment").replace("Content-Length: 0", last), ACK);
        Finding finding = finding("x1", "");
        assertThat(Reproduction.of(broken(finding), run(caseOf(drives(), finding))))
                .isPresent();

        declared = new Declared(
                true,
                new Declared.Capabilities(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                Optional.of(new DeclaredNotification("value", "http://h/", false, OptionalLong.empty(), true)),
                DeclaredAccess.UNDECLARED,
                DeclaredLimits.NONE);
        assertThat(Reproduction.of(broken(finding), run(caseOf(drives(), finding))))
                .isEmpty();
    }

    @Test
    void packets_that_curl_can_send_are_a_shell_script() {
        exchange(Purpose.SET_UP, CREATE, ACK + "BITS-Session-Id: {S1}\r\n\r\n");
        exchange(Purpose.PROBE, CREATE.replace("Create-Session", "Ping"), ACK + "\r\n");
        exchange(Purpose.CASE, fragment("{S1}", ""), ACK + "\r\n");
        exchange(Purpose.CLEAN_UP, CREATE.replace("Create-Session", "Cancel-Session"), ACK + "\r\n");

        Reproduction script = of("x3");

        assertThat(script.fileName()).isEqualTo("fragment.status.gap.sh");
        assertThat(script.text())
                .startsWith("#!/bin/sh\n# The packets that broke a requirement, once more.\n")
                .contains("# requirement: fragment.status.gap (MUST)\n")
                .contains("# expected: status 416\n", "# actual: HTTP/1.1 200 OK\n", "# case: upload-gap.one\n")
                .contains("RECORDED_URL='http://upload.example:8080/files/'\nLIMIT=6\n")
                .contains("printf '== %s\\n' 'x1 Create-Session; in the run: HTTP/1.1 200 OK'\nsend -X 'BITS_POST'")
                .contains("-H 'Content-Name: bits-'\"$RUN\"'-7.bin'", "SESSION_1=$(session_id)\n")
                .contains("content 12 | send -X 'BITS_POST'", "-H 'BITS-Session-Id: '\"$SESSION_1\" \\\n")
                .contains("-H 'Content-Range: bytes 5-16/4096'", "--data-binary @-")
                .endsWith("\"$(url_of 'bits-'\"$RUN\"'-7.bin')\"\n")
                .doesNotContain("{S1}", "Ping", "Cancel-Session", "'Host:");
    }

    @Test
    void credentials_come_from_the_environment_and_other_secrets_are_named() {
        exchange(
                Purpose.CASE,
                CREATE.replace("Content-Length", "Authorization: ***\r\nX-Token: ***\r\nContent-Length"),
                ACK + "\r\n");
        assertThat(of("x1").text())
                .contains("-u \"${BITS_USER-}:${BITS_PASSWORD-}\"", "the header X-Token, which was sent too")
                .doesNotContain("***");
    }

    @Test
    void packets_that_curl_cannot_send_are_a_python_script_with_their_bytes() {
        exchange(Purpose.SET_UP, CREATE, ACK + "BITS-Session-Id: {S1}\r\n\r\n");
        exchange(Purpose.CASE, fragment("{S1}", "Content-Range:  bytes 0-1/2\r\n\tfolded\"\\\u0001\r\n"), ACK + "\r\n");

        Reproduction script = of("x2");

        assertThat(script.fileName()).isEqualTo("fragment.status.gap.py");
        assertThat(script.text())
                .startsWith("#!/usr/bin/env python3\n#")
                .contains("RECORDED_URL = b\"http://upload.example:8080/files/\".decode(\"latin-1\")\nLIMIT = 5.0\n")
                .contains("SESSION_1 = session_id(send(\n")
                .contains("b\"BITS_POST \" + target(b\"bits-\" + RUN + b\"-7.bin\") + b\" HTTP/1.1\\r\\n\"")
                .contains("+ b\"BITS-Session-Id: \" + SESSION_1 + b\"\\r\\n\"", "+ b\"Host: \" + HOST + b\"\\r\\n\"")
                .contains("+ b\"\\x09folded\\\"\\\\\\x01\\r\\n\"", "    b\"ABCDEFGHIJKL\",\n")
                .contains("again=True,\n)\n");
    }

    @Test
    void what_was_broken_off_or_sent_in_pieces_is_repeated_that_way() {
        ending = Ending.CUT_OFF;
        parameters = Map.of("how", "reset");
        exchange(Purpose.CASE, fragment("{S1}", "").substring(0, 60), "");
        assertThat(of("x1").text()).contains("cut=\"reset\",\n");

        exchanges.clear();
        ending = Ending.ANSWERED;
        parameters = Map.of("head", "10", "body", "3", "pause", "20");
        exchange(Purpose.CASE, fragment("{S1}", ""), ACK + "\r\n");
        assertThat(of("x1").text()).contains("pieces=(10, 3, 0.02),\n");
    }

    @Test
    void a_body_that_was_not_kept_is_regenerated() {
        WireBytes request = new WireBytes(
                fragment("{S1}", "").replace("ABCDEFGHIJKL", ""),
                Optional.of(new WireBytes.Omitted(12, "", Optional.of(new WireBytes.Generated(-7, 4096)))));
        parameters = Map.of("head", "10", "body", "3", "pause", "0");
        exchanges.add(exchange("x1", Purpose.CASE, request, ACK + "\r\n"));
        assertThat(of("x1").text()).contains("payload(-7, 4096, 12),\n");
    }

    @Test
    void nothing_that_a_server_sends_becomes_a_command() {
        String evil = "'; touch /tmp/x #$(touch /tmp/x)`touch /tmp/x`\"\"\" \\";
        exchange(Purpose.SET_UP, CREATE, "HTTP/1.1 200 O" + evil + "\r\nBITS-Session-Id: " + evil + "\r\n\r\n");
        exchange(Purpose.CASE, fragment(evil, ""), ACK + "\r\n");

        String shell = of("x2", evil + "\r\nrm -rf /\n").text();
        assertThat(shell).contains("\"$SESSION_1\"").contains("HTTP/1.1 200 O'\\''; touch");
        assertThat(shell.lines()).noneMatch(line -> line.startsWith("rm "));
        assertThat(shell.lines().filter(line -> line.contains("touch")))
                .allMatch(line -> line.startsWith("# ") || line.startsWith("printf '== %s\\n' 'x1 "));

        parameters = Map.of("head", "10", "body", "3", "pause", "0");
        String python = of("x2", evil + "\u2028import os\u0085\r\rimport os\n").text();
        assertThat(python.lines().filter(line -> line.contains("touch")))
                .allMatch(line -> line.startsWith("# ") || line.startsWith("    \"x1 "));
        assertThat(python).contains("\\\"\\\"\\\" \\\\").matches("[\\n -~]*");
    }

    @Test
    void a_session_id_that_no_answer_gave_is_sent_unchanged() {
        exchange(Purpose.CASE, fragment("{it's $(mine)}", ""), ACK + "\r\n");
        assertThat(of("x1").text()).contains("  -H 'BITS-Session-Id: {it'\\''s $(mine)}' \\\n");
    }

    @Test
    void a_case_that_was_driven_again_is_shown_by_the_drive_that_decides() {
        exchange(Purpose.CASE, CREATE, ACK + "\r\n");
        exchange(Purpose.CASE, CREATE.replace("Create-Session", "Ping"), ACK + "\r\n");
        CaseResult twice = caseOf(
                List.of(
                        new Drive(Verdict.PASS, "", List.of(exchanges.get(0))),
                        new Drive(Verdict.FAIL, "", List.of(exchanges.get(1)))),
                finding("x2", ""));
        assertThat(Reproduction.script(broken(finding("x2", "")), run(twice)).orElseThrow())
                .contains("'x2 Ping;")
                .doesNotContain("'x1 ");
    }

    @Test
    void without_packets_or_with_too_many_there_is_no_script() {
        assertThat(Reproduction.of(broken(finding("x1", "")), run(caseOf(List.of(), finding("x1", "")))))
                .isEmpty();
        exchange(Purpose.CASE, CREATE.replace("*/*", "x".repeat(300_000)), ACK + "\r\n");
        assertThat(Reproduction.of(broken(finding("x1", "")), run(caseOf(drives(), finding("x1", "")))))
                .isEmpty();
    }

    @Test
    void the_reports_of_a_run_replace_those_of_another() throws IOException {
        Reports.write(SampleRun.everyVerdict(SampleRun.HOSTILE), folder);
        try (Stream<Path> files = Files.list(folder.resolve("reproduce"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("cancel-session.status.sh", "answer.packet-type.sh")
                    .allMatch(name -> name.matches("[a-z.-]+\\.(sh|py)"));
        }
        Reports.write(SampleRun.conformant(), folder);
        assertThat(folder.resolve("reproduce")).doesNotExist();
    }

    @Test
    void the_form_of_an_answer_is_shown_byte_for_byte() {
        exchange(Purpose.CASE, CREATE, ACK + "\r\n");
        RequirementResult form = new RequirementResult(
                Catalogue.load().get("answer.http"),
                Level.MUST,
                Verdict.FAIL,
                "",
                1,
                1,
                List.of(SampleFinding.of(
                        "answer.http", "Rule", Verdict.FAIL, "upload-gap.one", "x1", "HTTP", "none", "")));
        assertThat(Reproduction.of(form, run(caseOf(drives(), finding("x1", ""))))
                        .orElseThrow()
                        .place())
                .isEqualTo("reproduce/answer.http.py");
    }

    private static String fragment(String session, String more) {
        return "BITS_POST /files/bits-0a1b2c3d-7.bin HTTP/1.1\r\nBITS-Session-Id: " + session
                + "\r\nContent-Range: bytes 5-16/4096\r\n" + more
                + "BITS-Packet-Type: Fragment\r\nContent-Length: 12\r\nHost: upload.example:8080\r\n\r\nABCDEFGHIJKL";
    }

    private Reproduction of(String exchange) {
        return of(exchange, "HTTP/1.1 200 OK");
    }

    private Reproduction of(String exchange, String actual) {
        Finding finding = finding(exchange, actual);
        return Reproduction.of(broken(finding), run(caseOf(drives(), finding))).orElseThrow();
    }

    private List<Drive> drives() {
        return List.of(new Drive(Verdict.FAIL, "", exchanges));
    }

    private CaseResult caseOf(List<Drive> drives, Finding finding) {
        return new CaseResult(
                new SelectedCase("upload-gap.one", "upload-gap", "", parameters, List.of("fragment.status.gap")),
                Verdict.FAIL,
                "",
                List.of(finding),
                drives,
                1);
    }

    private static Finding finding(String exchange, String actual) {
        return SampleFinding.of(
                "fragment.status.gap", "Rule", Verdict.FAIL, "upload-gap.one", exchange, "status 416", actual, "");
    }

    private static RequirementResult broken(Finding finding) {
        return new RequirementResult(
                Catalogue.load().get("fragment.status.gap"), Level.MUST, Verdict.FAIL, "", 1, 1, List.of(finding));
    }

    private RunResult run(CaseResult one) {
        RunResult sample = SampleRun.conformant();
        return new RunResult(
                new RunResult.Driven(
                        sample.header().declaring(declared),
                        sample.probed(),
                        sample.run().traffic(),
                        sample.run().durationMillis()),
                new RunResult.Judgement(
                        sample.judgement().dialect(),
                        sample.verdict(),
                        sample.reason(),
                        sample.judgement().notJudged(),
                        List.of()),
                sample.causes(),
                sample.requirements(),
                List.of(new ScenarioResult("upload-gap", "Gaps", List.of(one))),
                new RunResult.Documents(
                        sample.documents().conflicts(),
                        sample.documents().states(),
                        sample.documents().catalogue()),
                sample.baseline());
    }

    private void exchange(Purpose purpose, String request, String answer) {
        exchanges.add(exchange("x" + (exchanges.size() + 1), purpose, WireBytes.of(request), answer));
    }

    private Exchange exchange(String id, Purpose purpose, WireBytes request, String answer) {
        return new Exchange(
                id,
                "upload-gap.one",
                purpose,
                1,
                1,
                "c1",
                exchanges.size() + 1,
                WireBytes.NONE,
                request,
                WireBytes.of(answer),
                ending,
                new Timing(0, 0, OptionalLong.empty(), 0),
                SendContext.USUAL);
    }
}
