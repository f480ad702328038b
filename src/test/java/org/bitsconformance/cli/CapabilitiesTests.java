package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a target file declares decides what is judged where the documents leave the choice to the server. */
class CapabilitiesTests {

    private static final String OF_CAPABILITIES = "host-id,overwrite,overwrite-refused,ping";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_replaceable_file_is_judged_like_any_upload(Document document) throws IOException {
        RunResult result = judge(ReferenceOptions.conformant(document), "overwrite: true");

        assertThat(result.broken()).isEmpty();
        assertThat(verdict(result, "overwrite")).isEqualTo(Verdict.PASS);
        assertThat(requirement(result, "delivery.complete").judged()).isEqualTo(2);
        assertThat(requirement(result, "delivery.not-overwritten"))
                .returns(Verdict.SKIP, RequirementResult::verdict)
                .returns("the target declares overwrite: true", RequirementResult::reason);
    }

    @Test
    void a_server_that_is_declared_to_replace_files_must_not_refuse() throws IOException {
        RunResult result = judge(ReferenceOptions.conformant(Document.MC_BUP).withoutOverwriting(), "overwrite: true");

        assertThat(result.broken())
                .extracting(broken -> broken.requirement().id())
                .containsExactly("create-session.status");
    }

    @Test
    void a_server_that_accepts_a_new_file_must_not_keep_the_old_one() throws IOException {
        RunResult result = judge(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(SessionFault.DELIVERY_MISSING),
                "overwrite: true");

        assertThat(result.broken())
                .extracting(broken -> broken.requirement().id())
                .containsExactly("delivery.complete");
    }

    @Test
    void a_server_that_is_declared_to_have_no_host_id_must_not_send_one() throws IOException {
        RunResult result = judge(EmbeddedServer.options(Document.MC_BUP), "{overwrite: false, hostId: none}");

        assertThat(result.broken())
                .extracting(broken -> broken.requirement().id())
                .containsExactly("create-session.host-id.configured");
    }

    @Test
    void a_server_that_is_declared_to_have_no_host_id_may_send_none() throws IOException {
        RunResult result = judge(ReferenceOptions.conformant(Document.MC_BUP), "hostId: none");

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(requirement(result, "create-session.host-id.configured").verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(requirement(result, "create-session.host-id.form").reason())
                .isEqualTo("the target declares that it has no host id");
    }

    @Test
    void what_is_not_declared_is_skipped_with_that_reason() throws IOException {
        RunResult result = judge(EmbeddedServer.options(Document.MC_BUP), "connections: several");

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(requirement(result, "delivery.not-overwritten").reason())
                .isEqualTo("the target declares no overwrite");
        assertThat(requirement(result, "create-session.host-id.configured").reason())
                .isEqualTo("the target declares no hostId");
        assertThat(requirement(result, "create-session.fallback-timeout.configured")
                        .reason())
                .isEqualTo("the target declares no hostId");
        assertThat(requirement(result, "create-session.host-id.form").verdict()).isEqualTo(Verdict.SKIP);
    }

    private RunResult judge(ReferenceOptions options, String capabilities) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(options)) {
            Path target = Files.writeString(
                    folder.resolve("target.yaml"),
                    "url: " + server.uploadUrl() + "\ncapabilities:\n  " + capabilities + "\n");
            Map<String, String> properties = new HashMap<>(Map.of(
                    "bits.target",
                    target.toString(),
                    "bits.only",
                    OF_CAPABILITIES,
                    "bits.readback",
                    "url",
                    "bits.timeout",
                    "500ms",
                    "bits.out",
                    folder.resolve("out").toString()));
            return InProcess.run(RunRequest.ofProperties(properties::get));
        }
    }

    private static Verdict verdict(RunResult result, String caseId) {
        return result.cases().stream()
                .filter(one -> one.id().equals(caseId))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static RequirementResult requirement(RunResult result, String id) {
        return result.requirements().stream()
                .filter(one -> one.requirement().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
