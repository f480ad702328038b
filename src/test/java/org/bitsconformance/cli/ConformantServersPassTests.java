package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.Rejudged;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that follows a document passes under that document, and under {@code any}; everything is judged. */
@Order(2)
class ConformantServersPassTests {

    /** Scenarios that show where the two documents disagree. */
    private static final String SHOWING_THE_DOCUMENT =
            "create-session,overlap,unknown-session,http-no-length,fragment-after-*,end-after-close,packet-after-cancel,"
                    + "place-directory,overwrite-refused";

    @TempDir
    Path folder;

    /** By the Win32 pages a Cancel-Session after the last byte has no effect: only a Close-Session would end it. */
    @ParameterizedTest
    @CsvSource({
        "MC_BUP, mc-bup, SOCKET",
        "MC_BUP, windows, SOCKET",
        "WIN32, any, SOCKET",
        "WIN32, win32, WIREMOCK",
        "WIN32, windows, SOCKET"
    })
    void passes_under_its_own_document_and_is_left_without_sessions(
            Document document, String dialect, FrontEndKind frontEnd) {
        passes(document, dialect, "smoke", frontEnd);
    }

    /** {@code WholeRunTests} drives nearly the same as the first in each build. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"MC_BUP, WIREMOCK", "WIN32, SOCKET"})
    void passes_plan_full(Document document, FrontEndKind frontEnd) {
        passes(document, "any", "full", frontEnd);
    }

    private void passes(Document document, String dialect, String plan, FrontEndKind frontEnd) {
        try (ReferenceServer server =
                ReferenceServer.start(EmbeddedServer.options(document).withFrontEnd(frontEnd))) {
            RunResult result = InProcess.run(server, InProcess.request("", folder, "dialect", dialect, "plan", plan));

            assertThat(brokenIn(result)).isEmpty();
            assertThat(result.causes()).isEmpty();
            assertThat(result.verdictLine()).isEqualTo("verdict: conformant (plan " + plan + ")");
            assertThat(result.observedDialect()).isEqualTo(document.optionName());
            assertThat(result.requirementCounts().get(Verdict.INCOMPLETE)).isZero();
            assertThat(result.caseCounts().get(Verdict.INCOMPLETE)).isZero();
            if (plan.equals("full")) {
                assertThat(result.requirements())
                        .filteredOn(one -> one.judged() == 0)
                        .extracting(one -> one.requirement().id())
                        .allMatch(id -> id.matches(
                                "notification\\..*|back-end\\..*|session-timeout\\..*|authentication\\..*|download\\..*"
                                        + "|(fragment\\.)?reply-url\\.(?!absent).*|.*-session\\.(reply|entity-gone)"
                                        + "|error\\.context\\.application|refusal\\.(reply-url-too-long.*|access-denied)"
                                        + "|directory\\.maximum-upload-size|refusal\\.too-large\\..*"
                                        + (document == Document.MC_BUP ? "|fragment\\.overlap\\.kept" : "")));
                assertThat(brokenIn(judgedAgain(document.optionName()))).isEmpty();
            }
            assertThat(server.unfinishedSessions()).isZero();
            if (document == Document.MC_BUP) {
                assertThat(server.openSessions()).isZero();
            }
        }
    }

    /** The same run, judged from its record only by the server's own document. */
    private RunResult judgedAgain(String dialect) {
        return Rejudged.of(new JudgeRequest(
                        folder.toString(),
                        Optional.of(dialect),
                        false,
                        Optional.empty(),
                        Optional.of(folder.resolve(dialect).toString())))
                .result();
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void passes_plan_security(Document document) {
        try (ReferenceServer server = ReferenceServer.start(EmbeddedServer.options(document))) {
            RunResult result =
                    InProcess.run(server, InProcess.request("", folder, "plan", "security", "timeout", "5s"));

            assertThat(result.broken()).isEmpty();
            assertThat(result.verdictLine()).isEqualTo("verdict: conformant (plan security)");
            assertThat(result.caseCounts().get(Verdict.INFO)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"MC_BUP, WIREMOCK", "WIN32, SOCKET"})
    void passes_with_replies(Document document, FrontEndKind frontEnd) throws IOException {
        ReferenceOptions options =
                EmbeddedServer.options(document).withReplies().withFrontEnd(frontEnd);
        try (ReferenceServer server = ReferenceServer.start(options)) {
            RunResult result = InProcess.run(
                    server,
                    InProcess.request(
                            "", folder, "plan", "smoke", "target", InProcess.targetFile("upload-reply", folder)));

            assertThat(result.verdictLine()).as(result.reason()).isEqualTo("verdict: conformant (plan smoke)");
            assertThat(result.requirements())
                    .filteredOn(one -> one.requirement().id().startsWith("fragment.reply-url"))
                    .extracting(
                            one -> one.requirement().id() + " " + one.verdict().word())
                    .containsExactly("fragment.reply-url.absent skip", "fragment.reply-url.form pass");
        }
    }

    @Test
    void fails_under_the_other_document_if_the_two_disagree() {
        assertThat(brokenIn(judge(Document.MC_BUP, "win32")))
                .containsExactlyInAnyOrder(
                        "refusal.directory",
                        "error.code",
                        "closed-session.fragment",
                        "closed-session.end",
                        "cancelled-session.packet",
                        "delivery.not-overwritten");
        assertThat(brokenIn(judge(Document.WIN32, "mc-bup")))
                .containsExactlyInAnyOrder(
                        "refusal.directory",
                        "error.code",
                        "content-length.missing",
                        "closed-session.fragment",
                        "closed-session.end",
                        "cancelled-session.packet",
                        "create-session.session-id.form",
                        "create-session.status",
                        "fragment.status.overlap",
                        "delivery.not-overwritten");
    }

    private static List<String> brokenIn(RunResult result) {
        return result.broken().stream().map(broken -> broken.requirement().id()).toList();
    }

    private RunResult judge(Document document, String dialect) {
        try (ReferenceServer server = ReferenceServer.start(EmbeddedServer.options(document))) {
            return InProcess.run(
                    server, InProcess.request("", folder, "dialect", dialect, "only", SHOWING_THE_DOCUMENT));
        }
    }
}
