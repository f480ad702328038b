package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.hostile.SpoiltAnswers;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If uploads fail, a run finds out which ones work and goes on with those. */
class DiagnosisTests {

    private static final String DIED = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";

    private static final Pattern RANGE = Pattern.compile("Content-Range: bytes (\\d+)-(\\d+)/(\\d+)");

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void a_server_that_accepts_only_ascii_gets_ascii_and_is_judged_by_it() throws IOException {
        RunResult result = against((number, request) -> !request.matches("\\p{ASCII}*"));

        assertThat(result.judgement().notJudged())
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith("no upload of bytes other than ASCII was accepted, so all content is ASCII from "));
        assertThat(result.cases())
                .filteredOn(one -> one.id().startsWith("diagnosis."))
                .extracting(CaseResult::id)
                .containsExactly(
                        "diagnosis.content=binary",
                        "diagnosis.content=ascii",
                        "diagnosis.connection=kept",
                        "diagnosis.connection=new",
                        "diagnosis.fragments=1");
        assertThat(of(result, "diagnosis.content=ascii").verdict()).isNotEqualTo(Verdict.INCOMPLETE);
        assertThat(of(result, "close-session").verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.caseCounts().get(Verdict.PASS)).isGreaterThan(15);
        assertThat(result.cases())
                .filteredOn(
                        one -> one.verdict() == Verdict.INCOMPLETE && !one.id().startsWith("diagnosis."))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_server_that_accepts_one_packet_per_connection_gets_a_new_one_for_each() throws IOException {
        RunResult result = against((number, request) -> number > 1);

        assertThat(result.judgement().notJudged())
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith("no upload over one connection was accepted, so each"
                                + " packet uses a new one from "));
        assertThat(of(result, "diagnosis.connection=new").verdict()).isNotEqualTo(Verdict.INCOMPLETE);
        assertThat(of(result, "close-session").verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(result, "cancel-session.sent=1000").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_server_that_accepts_only_whole_uploads_gets_them_as_one_fragment() throws IOException {
        RunResult result = against((number, request) -> isPart(request));

        assertThat(result.judgement().notJudged())
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith("no upload in several fragments was accepted, so uploads use one where possible"));
        assertThat(of(result, "diagnosis.fragments=1").verdict()).isNotEqualTo(Verdict.INCOMPLETE);
        assertThat(of(result, "http-expect.packet=create").exchanges())
                .extracting(exchange -> exchange.request().text())
                .filteredOn(request -> request.contains("Packet-Type: Fragment"))
                .allMatch(request -> request.contains("Content-Range: bytes 0-3999/4000"));
    }

    private static boolean isPart(String request) {
        Matcher range = RANGE.matcher(request);
        return range.find()
                && (!range.group(1).equals("0")
                        || Long.parseLong(range.group(2)) + 1 != Long.parseLong(range.group(3)));
    }

    @Tag("long")
    @Test
    void if_no_upload_succeeds_the_run_goes_on_unchanged() throws IOException {
        RunResult result = against((number, request) -> true);

        assertThat(result.judgement().notJudged()).noneMatch(notice -> notice.contains("ASCII"));
        assertThat(of(result, "diagnosis.content=ascii").verdict()).isNotEqualTo(Verdict.PASS);
    }

    @Tag("long")
    @Test
    void a_server_that_accepts_uploads_is_not_diagnosed() throws IOException {
        RunResult result = against((number, request) -> false);

        assertThat(result.cases()).noneMatch(one -> one.id().startsWith("diagnosis."));
    }

    private static CaseResult of(RunResult result, String id) {
        return result.cases().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private interface Deadly {
        boolean isDeadly(int number, String request);
    }

    /** The record of the run gives the same verdicts. */
    private RunResult against(Deadly fragments) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                SpoiltAnswers between = SpoiltAnswers.numbered(
                        server.uploadUrl(),
                        (number, request, answer) -> Optional.of(
                                request.contains("Packet-Type: Fragment") && fragments.isDeadly(number, request)
                                        ? DIED
                                        : answer))) {
            Path out = folder.resolve("run");
            RunResult result = InProcess.run(InProcess.request(
                    between.url(),
                    out,
                    "readback",
                    "none",
                    "only",
                    "ping*,upload-in-fragments,close-session,cancel-session,upload-gap,http-expect"));
            RunResult again = Rejudged.of(new JudgeRequest(
                            out.toString(),
                            Optional.empty(),
                            false,
                            Optional.empty(),
                            Optional.of(folder.resolve("again").toString())))
                    .result();

            assertThat(again.caseCounts()).isEqualTo(result.caseCounts());
            assertThat(again.requirementCounts()).isEqualTo(result.requirementCounts());
            assertThat(again.judgement().notJudged())
                    .isEqualTo(result.judgement().notJudged());
            return result;
        }
    }
}
