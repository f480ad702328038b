package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEnd;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void fails_under_the_other_document_where_the_two_disagree() {
        assertThat(brokenIn(judge(Document.MC_BUP, "win32")))
                .containsExactlyInAnyOrder(
                        "error.code", "closed-session.fragment", "closed-session.end", "cancelled-session.packet");
        assertThat(brokenIn(judge(Document.WIN32, "mc-bup")))
                .containsExactlyInAnyOrder(
                        "error.code",
                        "closed-session.fragment",
                        "closed-session.end",
                        "cancelled-session.packet",
                        "create-session.session-id.form",
                        "create-session.status",
                        "fragment.status.overlap");
    }

    private static List<String> brokenIn(RunResult result) {
        return result.broken().stream().map(broken -> broken.requirement().id()).toList();
    }

    private RunResult judge(Document document, String dialect) {
        return judge(document, dialect, FrontEnd.WIREMOCK);
    }

    private RunResult judge(Document document, String dialect, FrontEnd frontEnd) {
        try (ReferenceServer server =
                ReferenceServer.start(ReferenceOptions.conformant(document).withFrontEnd(frontEnd))) {
            return InProcess.run(InProcess.request(server.uploadUrl().toString(), folder, "dialect", dialect));
        }
    }
}
