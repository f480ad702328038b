package org.bitsconformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.document.ReportDocumentTests;
import org.bitsconformance.report.text.Markdown;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryReportTests {

    /** A text that tries to be markup wherever Markdown allows it. */
    private static final String HOSTILE_MARKDOWN = "``` `` `x` | @octocat #1 <img src=x onerror=alert(1)> <!-- "
            + "[x](javascript:alert(1)) ![i](http://evil.example/) https://evil.example www.evil.example *b* ~~s~~ \\"
            + "\r\n\r\n# Head\r\n- item\r\n| a | b |\r\n```\r\n<details>\r\n" + SampleRun.HOSTILE + "`";

    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern COUNTS = Pattern.compile("\\| ([a-z]+) \\| (\\d+) \\| (\\d+) \\|");
    private static final Pattern LINK = Pattern.compile("\\[([^]\n]+)]\\((https://learn\\.microsoft\\.com/[^)]+)\\)");

    @ParameterizedTest
    @MethodSource("samples")
    void counts_as_report_json_does(RunResult result) throws IOException {
        Map<String, List<Integer>> rows = new HashMap<>();
        COUNTS.matcher(text(result))
                .results()
                .forEach(row ->
                        rows.put(row.group(1), List.of(Integer.valueOf(row.group(2)), Integer.valueOf(row.group(3)))));
        JsonNode json = new ObjectMapper().readTree(ReportDocumentTests.text(result));
        JsonNode counts = json.path("counts");
        Iterator<String> verdicts = counts.path("requirements").fieldNames();
        verdicts.forEachRemaining(verdict -> assertThat(rows.getOrDefault(verdict, List.of(0, 0)))
                .as(verdict)
                .containsExactly(
                        counts.at("/requirements/" + verdict).intValue(),
                        counts.at("/cases/" + verdict).intValue()));
        assertThat(rows.get("all"))
                .containsExactly(
                        json.path("requirements").size(), result.cases().size());
    }

    static Stream<RunResult> samples() {
        return ReportDocumentTests.samples();
    }

    @Test
    void says_the_verdict_first() throws IOException {
        assertThat(text(SampleRun.conformant())).startsWith("## Conformant: nothing that binds was broken\n");
        assertThat(text(SampleRun.everyVerdict(""))).startsWith("## Nonconformant: 3 of ");
        assertThat(text(SampleRun.untestable("nobody listens there"))).startsWith("""
            ## Incomplete: the target could not be tested

            `verdict: incomplete (plan full; delivery not judged)`

            `nobody listens there`
            """);
    }

    @Test
    void says_what_was_judged() throws IOException {
        assertThat(text(SampleRun.everyVerdict("")))
                .contains("- target: `http://upload.example:8080/files/`\n")
                .contains("- server says it is: `Sample/1.0`\n")
                .contains("- plan: `full`\n")
                .contains("- dialect: asked `any`, seen `")
                .contains("- started: 2026-03-01 09:30:00.250 UTC, took 4.3 s\n")
                .contains("\n"
                        + "`verdict: nonconformant (plan full; delivery not judged; known failures of 1"
                        + " requirement)`\n");
        assertThat(text(SampleRun.conformant())).contains("- server says it is: nothing (no `Server` header)\n");
    }

    @Test
    void lists_the_entries_of_the_baseline_separately() throws IOException {
        String page = text(SampleRun.everyVerdict(""));
        assertThat(section(page, "### Baseline")).contains("close-session.status is known: ");
        assertThat(section(page, "### Broken")).doesNotContain("close-session.status");
        assertThat(text(SampleRun.conformant())).doesNotContain("### Baseline");
    }

    @Test
    void says_what_is_broken_with_its_citations() throws IOException {
        String broken = section(text(SampleRun.everyVerdict("")), "### Broken");
        assertThat(broken)
                .contains("- **answer.packet-type** (fail, MUST, broken 2 of 2): `The answer is not as it was"
                        + " expected.`\n"
                        + "  - expected: `BITS-Packet-Type: Ack`\n"
                        + "  - actual: `BITS-Packet-Type: Nack`\n"
                        + "  - asked: An answer carries BITS-Packet-Type with the value Ack. Written in [MC-BUP"
                        + " 2.2.1](https://learn.microsoft.com/")
                .contains(" more: `explain answer.packet-type`\n"
                        + "  - seen in case `create-session.mixed-case`, which tests something else\n  - look at: ")
                .contains("  - example: `fragments.four-in-order`\n")
                .contains("- **closed-session.fragment** (warn, ")
                .doesNotContain("cancel-session.status");
        assertThat(LINK.matcher(broken).results()).hasSizeGreaterThan(4);
    }

    @Test
    void has_a_line_for_what_is_broken_before_the_counts_and_no_row_of_zeros() throws IOException {
        assertThat(text(SampleRun.everyVerdict("")))
                .containsSubsequence(
                        "- fail **answer.packet-type**: `BITS-Packet-Type: Ack → BITS-Packet-Type: Nack`, broken 2 of"
                                + " 2\n",
                        "Judged: ",
                        "| verdict | requirements | cases |");
        assertThat(text(SampleRun.conformant())).doesNotContain("| 0 | 0 |");
    }

    @Test
    void begins_with_the_causes() throws IOException {
        assertThat(text(SampleRun.withCauses("")))
                .containsSubsequence(
                        "## Nonconformant",
                        """
                        ### Causes

                        - **header-misspelt**: `A documented header is misspelt.`
                          - change: `Write BITS-Packet-Type as the documents do.`
                          - explains: `answer.packet-type`, `fragment.received-range.value`
                          - shown by: `x3`, `x4`, `x5`, `x6`, `x7` and 1 more
                        """,
                        "- target: ",
                        "### Broken",
                        "- **create-session.status**",
                        "  - look at: Trim header values.\n  - cause: blanks-kept\n",
                        "- **answer.packet-type**",
                        "- **header.too-long**");
    }

    @Test
    void says_what_is_unstable_and_what_was_not_judged() throws IOException {
        String text = text(SampleRun.everyVerdict(""));
        assertThat(section(text, "### Unstable"))
                .contains("- **cancel-session.status**: ")
                .contains("First case: `cancel-session.after-two`");
        assertThat(section(text, "### Not judged"))
                .contains("- incomplete: `no session id was given`. Requirements: `unknown-session.status`.")
                .contains("- skip: `the target's limit is 1 MiB`. ")
                .contains("Cases: `delivery.large`.");
    }

    @Test
    void has_no_empty_sections() throws IOException {
        assertThat(text(SampleRun.conformant())).doesNotContain("### Broken", "### Unstable");
    }

    @Test
    void stays_short() throws IOException {
        String text = text(SampleRun.everyRequirementBroken(HOSTILE_MARKDOWN.repeat(50)));
        assertThat(text).hasSizeLessThan(60_000);
        assertThat(Pattern.compile("(?m)^- \\*\\*")
                        .matcher(section(text, "### Broken"))
                        .results())
                .hasSize(SummaryReport.MOST_BROKEN);
        assertThat(text).containsPattern("\n- and \\d+ more\n");
    }

    @Test
    void shows_what_a_server_sent_only_as_code() throws IOException {
        for (RunResult result : List.of(
                SampleRun.everyVerdict(HOSTILE_MARKDOWN),
                SampleRun.everyRequirementBroken(HOSTILE_MARKDOWN),
                SampleRun.untestable(HOSTILE_MARKDOWN))) {
            String text = text(result);
            assertThat(text).contains("@octocat", "\\u202E", "onerror");
            assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c != 0x7F && c != 0x202E));
            String withoutCode = LINK.matcher(CODE.matcher(text).replaceAll("")).replaceAll("");
            assertThat(withoutCode)
                    .doesNotContain("octocat", "evil", "onerror", "`", "# Head", "item", "details", "script");
            assertThat(text.lines())
                    .allMatch(
                            line -> line.matches(
                                    "|##.*|Note: `.*`|Judged: .*|- .*|  - .*|\\|.*\\||`.*`|All of it is in .*"),
                            "known form");
        }
    }

    @Test
    void a_code_span_cannot_be_closed_by_its_content() {
        assertThat(Markdown.code("a", 9)).isEqualTo("`a`");
        assertThat(Markdown.code("a`b``c", 9)).isEqualTo("```a`b``c```");
        assertThat(Markdown.code("`a", 9)).isEqualTo("`` `a ``");
        assertThat(Markdown.code(" \r\n", 9)).isEqualTo("(empty)");
        assertThat(Markdown.code("a\nb\u202E", 20)).isEqualTo("`a b\\u202E`");
        assertThat(Markdown.code("abc", 2)).isEqualTo("`ab… (cut: 3 characters)`");
    }

    private static String section(String text, String heading) {
        int begin = text.indexOf(heading);
        int end = text.indexOf("\n###", begin);
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    static String text(RunResult result) throws IOException {
        StringWriter out = new StringWriter();
        SummaryReport.write(ReportDocument.of(result), result, out);
        return out.toString();
    }
}
