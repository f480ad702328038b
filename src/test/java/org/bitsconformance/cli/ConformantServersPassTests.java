package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEnd;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that follows a document passes under that document, and under {@code any}; everything is judged. */
class ConformantServersPassTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "MC_BUP, any, WIREMOCK",
        "MC_BUP, mc-bup, WIREMOCK",
        "MC_BUP, windows, SOCKET",
        "WIN32, any, WIREMOCK",
        "WIN32, win32, WIREMOCK",
        "WIN32, windows, SOCKET"
    })
    void passes_under_its_own_document(Document document, String dialect, FrontEnd frontEnd) {
        RunResult result = judge(document, dialect, frontEnd);

        assertThat(result.broken()).isEmpty();
        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.verdictLine()).isEqualTo("verdict: conformant (plan full)");
        assertThat(result.observedDialect()).isEqualTo(document.optionName());
        assertThat(result.requirementCounts().get(Verdict.INCOMPLETE)).isZero();
        assertThat(result.caseCounts().get(Verdict.INCOMPLETE)).isZero();
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

    @Test
    void fails_under_the_other_document_where_the_two_disagree() {
        assertThat(brokenIn(judge(Document.MC_BUP, "win32")))
                .containsExactlyInAnyOrder(
                        "error.code",
                        "closed-session.fragment",
                        "closed-session.end",
                        "cancelled-session.packet",
                        "delivery.not-overwritten");
        assertThat(brokenIn(judge(Document.WIN32, "mc-bup")))
                .containsExactlyInAnyOrder(
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

    /** By the Win32 pages a Cancel-Session after the last byte has no effect: nothing but a Close-Session would end it. */
    @ParameterizedTest
    @EnumSource
    void leaves_no_session_open_but_those_that_cannot_be_cancelled(Document document) {
        try (ReferenceServer server = ReferenceServer.start(EmbeddedServer.options(document))) {
            InProcess.run(server, InProcess.request("", folder));

            assertThat(server.unfinishedSessions()).isZero();
            if (document == Document.MC_BUP) {
                assertThat(server.openSessions()).isZero();
            }
        }
    }

    @Test
    void every_requirement_is_judged_but_that_of_replies() {
        assertThat(judge(Document.MC_BUP, "any").requirements())
                .filteredOn(result -> result.judged() == 0)
                .extracting(result -> result.requirement().id())
                .containsExactly("fragment.reply-url.form");
    }

    private static List<String> brokenIn(RunResult result) {
        return result.broken().stream().map(broken -> broken.requirement().id()).toList();
    }

    private RunResult judge(Document document, String dialect) {
        return judge(document, dialect, FrontEnd.WIREMOCK);
    }

    private RunResult judge(Document document, String dialect, FrontEnd frontEnd) {
        try (ReferenceServer server =
                ReferenceServer.start(EmbeddedServer.options(document).withFrontEnd(frontEnd))) {
            return InProcess.run(server, InProcess.request("", folder, "dialect", dialect));
        }
    }
}
