package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.AckFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.report.BaselineWriter;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run against a faulty server writes a baseline, and the next run knows the failures. */
class BaselineOptionTests {

    @TempDir
    Path folder;

    @Test
    void the_next_run_knows_what_a_run_has_written() throws IOException {
        try (ReferenceServer server = server(SessionFault.DELIVERY_FLIPS_A_BYTE, AckFault.ERROR_CODE_ON_SUCCESS)) {
            Path file = folder.resolve("b.yaml");
            RunResult first = run(server, "only", "close-session,ping");
            BaselineWriter.write(first, file);
            RunResult second = run(server, "only", "close-session,ping", "baseline", file.toString());

            assertThat(first.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
            assertThat(second.reason()).isEmpty();
            assertThat(second.verdict()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(second.baseline()).hasSize(2).allMatch(entry -> entry.fate() == Fate.SEEN);
            assertThat(second.requirementCounts().get(Verdict.KNOWN))
                    .isEqualTo(first.requirementCounts().get(Verdict.FAIL));
            assertThat(second.caseCounts().get(Verdict.KNOWN))
                    .isEqualTo(first.caseCounts().get(Verdict.FAIL));

            BaselineWriter.write(second, folder.resolve("again.yaml"));
            assertThat(entries(folder.resolve("again.yaml"))).isEqualTo(entries(file));
        }
    }

    @Test
    void an_entry_that_no_longer_fails_is_named_and_not_written_again() throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), """
            known:
              - requirement: fragment.status.gap
                case: upload-gap.*
                reason: waits for release 2.1
                link: https://tracker.example/17
              - requirement: ping.status
                reason: long mended
              - requirement: cancel-session.status
                reason: elsewhere
                expires: 2999-12-31
            """);
        RunResult result;
        try (ReferenceServer server = server(FragmentFault.GAP_ANSWERED_400)) {
            result = run(server, "only", "upload-gap,ping", "baseline", file.toString());
        }
        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.baseline())
                .extracting(entry -> entry.fate())
                .containsExactly(Fate.SEEN, Fate.STALE, Fate.NOT_SELECTED);
        assertThat(result.reason()).isEqualTo(file + ":6: ping.status no longer fails: remove the entry");
        assertThat(console(result).replace(file.toString(), "b.yaml").replaceAll("\\R", " "))
                .contains("STALE b.yaml:6: ping.status no longer fails: remove the entry")
                .contains(
                        "b.yaml:2: fragment.status.gap in upload-gap.* is known: waits for release 2.1 (seen 4 times)")
                .contains("known, but not selected by this plan: cancel-session.status (b.yaml:8)")
                .doesNotContain("FAIL ");

        BaselineWriter.write(result, file);
        assertThat(entries(file))
                .containsExactly(
                        "known:",
                        "  - requirement: cancel-session.status",
                        "    reason: elsewhere",
                        "    expires: 2999-12-31",
                        "  - requirement: fragment.status.gap",
                        "    case:",
                        "      - upload-gap.*",
                        "    reason: waits for release 2.1",
                        "    link: https://tracker.example/17");
    }

    private static ReferenceServer server(Fault... faults) {
        return ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(faults));
    }

    private RunResult run(ReferenceServer server, String... options) {
        return InProcess.run(InProcess.request(server.uploadUrl().toString(), folder.resolve("out"), options));
    }

    private static List<String> entries(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("\"", ""))
                .toList();
    }

    /** Joins broken lines; a long file path is longer than a line, and kept whole. */
    private static String console(RunResult result) {
        StringWriter written = new StringWriter();
        PrintWriter console = new PrintWriter(written);
        new ConsoleSummary(console).print(result, Path.of("out"));
        return written.toString();
    }
}
