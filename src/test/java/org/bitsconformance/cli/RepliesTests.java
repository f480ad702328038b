package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.bitsconformance.innocent.ReplyingServer;
import org.bitsconformance.innocent.ReplyingServer.Manner;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies are fetched and judged if the target gives any. */
class RepliesTests {

    private static final String OF_REPLIES = "reply-*";
    private static final String OF_RANGES = "reply-ranges,reply-range-invalid";

    @TempDir
    Path folder;

    @Test
    void a_server_that_follows_http_is_conformant() throws IOException {
        RunResult result = judge(Manner.PATIENT, OF_REPLIES);

        assertThat(result.broken()).isEmpty();
        assertThat(result.cases())
                .hasSizeGreaterThan(20)
                .extracting(CaseResult::verdict)
                .containsOnly(Verdict.PASS);
    }

    @Test
    void a_server_that_uses_what_later_http_permits_is_conformant() throws IOException {
        RunResult result = judge(Manner.STRICT, OF_RANGES);

        assertThat(result.broken()).isEmpty();
        assertThat(result.cases()).extracting(CaseResult::verdict).containsOnly(Verdict.PASS, Verdict.INFO);
    }

    @Test
    void a_server_that_serves_one_range_at_a_time_gets_only_that_warning() throws IOException {
        RunResult result = judge(Manner.MODEST, OF_RANGES);

        assertThat(result.broken())
                .extracting(broken -> broken.requirement().id())
                .containsExactly("download.ranges");
        assertThat(result.broken().get(0).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void a_server_that_keeps_replies_forever_is_reported() throws IOException {
        RunResult result = judge(Manner.KEEPING, "reply-after-close");

        assertThat(result.broken()).isEmpty();
        assertThat(result.cases()).extracting(CaseResult::verdict).containsOnly(Verdict.INFO);
    }

    @Test
    void a_target_without_replies_is_not_asked_for_any() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP))) {
            RunResult result = InProcess.run(InProcess.request(
                    server.uploadUrl().toString(), folder, "only", OF_REPLIES, "skip", "reply-content"));

            assertThat(result.cases())
                    .extracting(CaseResult::verdict, CaseResult::reason)
                    .containsOnly(tuple(
                            Verdict.SKIP, "the target does not declare mode: upload-reply, so there is no reply"));
            assertThat(result.cases())
                    .flatExtracting(one -> one.drives().stream()
                            .flatMap(drive -> drive.exchanges().stream())
                            .toList())
                    .isEmpty();
        }
    }

    private RunResult judge(Manner manner, String scenarios) throws IOException {
        String file = InProcess.targetFile("upload-reply", folder);
        try (ReplyingServer server = ReplyingServer.start(manner)) {
            return InProcess.run(InProcess.request(
                    server.uploadUrl(),
                    folder,
                    "target",
                    file,
                    "readback",
                    "none",
                    "timeout",
                    "20s",
                    "only",
                    scenarios,
                    "skip",
                    "reply-content"));
        }
    }
}
