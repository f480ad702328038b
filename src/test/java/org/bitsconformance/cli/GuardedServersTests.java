package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.server.Protection;
import org.bitsconformance.reference.server.Protection.Scheme;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that ask for credentials are driven and judged like any other, and no secret is left in a run's folder. */
class GuardedServersTests {

    private static final User ANN = new User("ann", "right-p4ssword", true);
    private static final User BEA = new User("bea", "other-p4ssword", true);
    private static final User DAN = new User("dan", "denied-p4ssword", false);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"BASIC", "DIGEST"})
    void a_conformant_server_that_asks_for_credentials_passes(Scheme scheme) throws IOException {
        RunResult result = run(
                scheme,
                "without-credentials,wrong-credentials,denied-user,ping-with-credentials,"
                        + "fragment-after-close,upload-in-fragments,http-expect,cut-off-in-body,slow-fragment");

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.cases()).extracting(CaseResult::verdict).containsOnly(Verdict.PASS);
        assertLeaksNothing();
    }

    @Test
    void what_happens_to_the_session_of_another_user_is_reported() throws IOException {
        RunResult result = run(Scheme.DIGEST, "");

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.cases())
                .filteredOn(one -> one.scenario().equals("session-of-another-user"))
                .extracting(CaseResult::verdict)
                .containsOnly(Verdict.INFO);
    }

    private RunResult run(Scheme scheme, String only) throws IOException {
        ReferenceOptions options =
                ReferenceOptions.conformant(Document.MC_BUP).withProtection(Protection.by(scheme, ANN, BEA, DAN));
        try (ReferenceServer server = ReferenceServer.start(options)) {
            Path target = Files.writeString(folder.resolve("target.yaml"), """
                url: %s
                authentication: %s
                user: ann
                password: right-p4ssword
                otherUser: bea
                otherPassword: other-p4ssword
                deniedUser: dan
                deniedPassword: denied-p4ssword
                """.formatted(
                            server.uploadUrl(), scheme.name().toLowerCase(Locale.ROOT)));
            return InProcess.run(InProcess.request(
                    "",
                    folder.resolve("out"),
                    "target",
                    target.toString(),
                    only.isEmpty() ? "plan" : "only",
                    only.isEmpty() ? "security" : only));
        }
    }

    private void assertLeaksNothing() throws IOException {
        try (var files = Files.walk(folder.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("p4ssword")
                        .doesNotContainPattern("response=(?!\\\\?\"\\*{3}\\\\?\")");
            }
        }
    }
}
