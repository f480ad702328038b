package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.cli.console.Progress;
import org.bitsconformance.drive.client.DeafPort;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SampleFinding;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** What a run prints on a console of 80 columns. */
class ConsoleTests {

    private static final int COLUMNS = 80;

    @TempDir
    Path folder;

    private final StringWriter written = new StringWriter();
    private final PrintWriter console = new PrintWriter(written);
    private long nanos;

    @Test
    void a_broken_requirement_is_reported_with_advice() {
        new ConsoleSummary(console).print(judged(FragmentFault.GAP_ANSWERED_400), Path.of("out"));
        assertThat(lines())
                .containsExactly(
                        "FAIL fragment.status.gap  (MUST, broken 4 of 4)",
                        "  Fragment (bytes 1000-1999/2000) was answered 400 where 416 is expected.",
                        "  expected    status 416",
                        "  actual      HTTP/1.1 400 Bad Request",
                        "  written in  MC-BUP 3.2.5.2.6; Win32 fragment and 1 more: explain",
                        "              fragment.status.gap",
                        "  in case     upload-gap.before=0,gap=1000,rest=1000",
                        "  look at     Whether the start of the range is compared with what has",
                        "              arrived.",
                        "",
                        "incomplete: close-session.status was not judged in",
                        "upload-gap.before=0,gap=1000,rest=1000: Fragment was answered 400; an upload",
                        "that is taken to its end would complete it (and 3 more cases)",
                        "incomplete: fragment.received-range.value was not judged in",
                        "upload-gap.before=0,gap=1000,rest=1000: Fragment was answered 400; a fragment",
                        "that is taken would complete it",
                        lines().get(16),
                        lines().get(17),
                        "report:       " + Path.of("out", "report.html"),
                        "verdict: nonconformant (plan full; delivery not judged)");
        assertThat(lines().get(16)).startsWith("requirements: 1 fail, ");
        assertThat(lines().get(17)).startsWith("cases:        4 ");
        assertThat(lines()).allMatch(line -> line.length() < COLUMNS);
    }

    @Test
    void the_requested_requirement_is_described_in_detail_and_others_in_one_line() {
        RunResult result = judged(FragmentFault.RANGES_NOT_CHECKED, "upload-gap,fragment-total,fragment-length");
        new ConsoleSummary(console).about("fragment.total").print(result, Path.of("out"));

        assertThat(lines())
                .filteredOn(line -> line.startsWith("FAIL "))
                .singleElement()
                .asString()
                .contains("fragment.total");
        assertThat(lines()).containsOnlyOnce("also broken:  fragment.status.gap, fragment.length");
    }

    @Test
    void notes_are_between_the_findings_and_their_totals() {
        new ConsoleSummary(console)
                .print(judged(FragmentFault.GAP_ANSWERED_400), Path.of("out"), List.of("one", "two"));
        assertThat(lines()).containsSubsequence("  actual      HTTP/1.1 400 Bad Request", "note: one", "note: two");
        assertThat(lines().indexOf("note: two") + 1).isEqualTo(lines().size() - 4);
    }

    @Test
    void path_of_the_report_is_last_if_requested() {
        new ConsoleSummary(console).withReportLast().print(judged(FragmentFault.GAP_ANSWERED_400), Path.of("out"));
        assertThat(lines())
                .endsWith(
                        "verdict: nonconformant (plan full; delivery not judged)",
                        "report:       " + Path.of("out", "report.html"));
    }

    @Test
    void progress_by_scenario_names_no_case() {
        Progress progress = Progress.ofScenarios(console);
        progress.expect(Map.of("upload-gap", 2, "close-session", 1));
        progress.caseEnded(ended("upload-gap", "gap=1", Verdict.FAIL, "fragment.status.gap"));
        progress.caseEnded(ended("upload-gap", "gap=2", Verdict.PASS));
        progress.caseEnded(ended("close-session", Verdict.INCOMPLETE));

        assertThat(lines())
                .containsExactly("    2/3  fail        upload-gap  (2 cases)", "    3/3  incomplete  close-session");
    }

    @Test
    void what_was_not_judged_is_reported_once_if_the_server_cannot_be_reached() {
        RunResult result;
        try (DeafPort port = DeafPort.any()) {
            result = InProcess.run(InProcess.request("http://127.0.0.1:" + port.number() + "/upload/", folder));
        }
        new ConsoleSummary(console).print(result, Path.of("out"));
        assertThat(String.join(" ", lines()))
                .startsWith("Nothing listens at 127.0.0.1:")
                .containsOnlyOnce("Nothing listens at")
                .doesNotContain("requirements:", "cases:");
        assertThat(lines()).last().asString().startsWith("verdict: incomplete (plan full");
        assertThat(lines()).allMatch(line -> line.length() < COLUMNS);
    }

    @Test
    void progress_on_a_terminal_is_one_line_that_is_rewritten() {
        Progress progress = new Progress(console, Progress.Form.BAR, () -> nanos += 1_000_000_000L);
        progress.expect(Map.of("ping", 7, "close-session", 1));
        progress.caseEnded(ended("ping", Verdict.PASS));
        progress.caseEnded(ended("x".repeat(200), Verdict.FAIL));
        progress.caseEnded(ended("ping", Verdict.PASS));
        progress.caseEnded(ended("ping", Verdict.PASS));
        progress.end();

        List<String> shown = List.of(written.toString().split("\r", -1));
        assertThat(written.toString()).doesNotContain("\n", "\u001b");
        assertThat(shown).allMatch(line -> line.length() < COLUMNS);
        assertThat(shown.get(1))
                .startsWith("[##..................] 1/8  ping  ")
                .hasSize(COLUMNS - 1);
        assertThat(shown.get(2))
                .startsWith("[#####...............] 2/8  xxx")
                .endsWith("…")
                .hasSize(COLUMNS - 1);
        assertThat(shown.get(4))
                .startsWith("[##########..........] 4/8  1.0/s  0:04 left  ping  ")
                .hasSize(COLUMNS - 1);
        assertThat(shown.get(5)).isBlank().hasSize(COLUMNS - 1);
        assertThat(shown.get(6)).isEmpty();
    }

    @Test
    void progress_of_a_long_case_is_shown_on_a_terminal_a_few_times_a_second() {
        Progress progress = new Progress(console, Progress.Form.BAR, () -> nanos += 100_000_000L);
        progress.expect(Map.of("large-upload", 1));
        long gib = 1L << 30;
        progress.caseGoesOn("large-upload", gib, 10 * gib);
        progress.caseGoesOn("large-upload", 2 * gib, 10 * gib);
        progress.caseGoesOn("large-upload", 3 * gib, 10 * gib);
        progress.end();

        List<String> shown = List.of(written.toString().split("\r", -1));
        assertThat(shown).allMatch(line -> line.length() < COLUMNS);
        assertThat(shown.get(1).strip()).isEqualTo("[##..................] 0/1  1.0 of 10.0 GiB  large-upload");
        assertThat(shown.get(2).strip())
                .isEqualTo("[######..............] 0/1  3.0 of 10.0 GiB  10240 MiB/s  0:01 left  large-upl…");
    }

    @Test
    void progress_of_a_long_case_is_not_shown_in_a_pipe() {
        Progress progress = Progress.plain(console);
        progress.expect(Map.of("large-upload", 1));
        progress.caseGoesOn("large-upload", 1, 2);
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void progress_without_a_number_of_cases_does_not_divide_by_zero() {
        Progress progress = new Progress(console, Progress.Form.BAR, () -> 0);
        progress.caseEnded(ended("ping", Verdict.PASS));
        assertThat(written.toString().strip()).isEqualTo("[....................] 1/0  ping");
    }

    @Test
    void progress_in_a_pipe_is_a_line_for_each_scenario_and_each_remarkable_case() {
        Progress progress = Progress.plain(console);
        progress.expect(Map.of("ping", 2, "upload-gap", 3, "close-session", 1));
        progress.caseEnded(ended("ping", "times=1", Verdict.PASS));
        progress.caseEnded(ended("upload-gap", "gap=1", Verdict.PASS));
        progress.caseEnded(ended("ping", "times=3", Verdict.SKIP));
        progress.caseEnded(ended("upload-gap", "gap=2", Verdict.FAIL, "fragment.status.gap", "ack.form"));
        progress.caseEnded(ended("close-session", Verdict.INCOMPLETE));
        progress.caseEnded(ended("upload-gap", "gap=3", Verdict.INFO, "fragment.status.gap"));
        progress.end();

        assertThat(lines())
                .containsExactly(
                        "    3/6  pass        ping  (2 cases)",
                        "    4/6  fail        upload-gap.gap=2  fragment.status.gap, ack.form",
                        "    5/6  incomplete  close-session",
                        "    6/6  info        upload-gap.gap=3  fragment.status.gap",
                        "    6/6  fail        upload-gap  (3 cases)");
    }

    @Test
    void verbose_progress_is_a_line_for_each_case() {
        Progress progress = Progress.on(console, true);
        progress.expect(Map.of("ping", 12));
        progress.caseEnded(ended("ping", "times=1", Verdict.PASS));
        progress.caseEnded(ended("ping", "times=3", Verdict.FAIL, "ping.status"));

        assertThat(lines())
                .containsExactly("   1/12  pass        ping.times=1", "   2/12  fail        ping.times=3  ping.status");
    }

    @Test
    void colours_mark_verdicts_but_no_text_from_a_server() {
        RunResult result = judged(FragmentFault.GAP_ANSWERED_400);
        new ConsoleSummary(console, Ansi.ON).print(result, Path.of("out"));
        assertThat(lines().get(0)).startsWith("\u001b[1m\u001b[31mFAIL\u001b[").contains(" fragment.status.gap  (");
        assertThat(lines()).last().asString().startsWith("verdict: \u001b[1m\u001b[31mnonconformant\u001b[");
        String coloured = written.toString().replaceAll("\u001b\\[[0-9;]*m", "");
        written.getBuffer().setLength(0);
        new ConsoleSummary(console).print(result, Path.of("out"));
        assertThat(coloured).isEqualTo(written.toString()).doesNotContain("\u001b");
    }

    private RunResult judged(Fault fault) {
        return judged(fault, "upload-gap");
    }

    private RunResult judged(Fault fault, String only) {
        try (ReferenceServer server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(fault))) {
            return InProcess.run(InProcess.request(server.uploadUrl().toString(), folder, "only", only));
        }
    }

    private List<String> lines() {
        console.flush();
        return written.toString().lines().toList();
    }

    private static CaseResult ended(String id, Verdict verdict) {
        return new CaseResult(new SelectedCase(id, id, "", Map.of(), List.of()), verdict, "", List.of(), List.of(), 0);
    }

    /** A case of a scenario whose verdict some requirements decide. */
    private static CaseResult ended(String scenario, String parameter, Verdict verdict, String... requirements) {
        String id = scenario + "." + parameter;
        return new CaseResult(
                new SelectedCase(id, scenario, "", Map.of(), List.of(requirements)),
                verdict,
                "",
                Stream.of(requirements)
                        .map(requirement -> SampleFinding.of(requirement, "rule", verdict, id, "", "", "", ""))
                        .toList(),
                List.of(),
                0);
    }
}
