package org.bitsconformance.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.report.SampleReports;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.compare.Comparison.Regression;
import org.bitsconformance.report.document.ReportedFinding;
import org.bitsconformance.report.document.RequirementReport;
import org.bitsconformance.report.document.RequirementReport.Asked;
import org.bitsconformance.report.document.RequirementReport.Tally;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {

    private static final String GUID = "{b2e4c0de-6a1f-4d0e-9f60-0c1f5c2b7a11}";

    @TempDir
    Path folder;

    @Test
    void differences_come_first_and_regressions_before_all() throws Exception {
        Comparison comparison =
                compare(SampleReports.conformant(folder.resolve("a")), SampleReports.hostile(folder.resolve("b")));
        List<ComparedRequirement> rows = comparison.requirements();
        assertThat(rows).extracting(ComparedRequirement::rank).isSorted().contains(0, 2, 3);
        assertThat(rows.get(0).regression()).isTrue();
        assertThat(comparison.different())
                .isNotEmpty()
                .containsExactlyElementsOf(
                        rows.subList(0, comparison.different().size()));
    }

    @Test
    void a_requirement_that_held_and_is_broken_is_a_regression() throws Exception {
        Comparison comparison = compare(
                SampleReports.conformant(folder.resolve("a")),
                SampleReports.conformant(folder.resolve("b")),
                SampleReports.broken(folder.resolve("c")));
        assertThat(comparison.regressions()).containsExactly(new Regression("ping.status", 3, "pass", "fail"));
        ComparedRequirement row = comparison.requirements().get(0);
        assertThat(row.cells()).extracting(ComparedRequirement.Cell::group).containsExactly("A", "A", "B");
        assertThat(row.onlyJudgedInSome()).isFalse();
    }

    @Test
    void an_improvement_is_not_a_regression() throws Exception {
        Comparison comparison =
                compare(SampleReports.broken(folder.resolve("a")), SampleReports.conformant(folder.resolve("b")));
        assertThat(comparison.regressions()).isEmpty();
        assertThat(comparison.different()).extracting(ComparedRequirement::id).containsExactly("ping.status");
    }

    @Test
    void a_target_that_is_gone_is_a_regression_of_what_was_judged() throws Exception {
        Comparison comparison =
                compare(SampleReports.conformant(folder.resolve("a")), SampleReports.untestable(folder.resolve("b")));
        assertThat(comparison.regressions()).containsExactly(new Regression("ping.status", 2, "pass", "incomplete"));
        assertThat(comparison.notes()).containsExactly("run 2 is incomplete: nobody listens there");
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, FAIL, true",
        "PASS, UNSTABLE, true",
        "PASS, INCOMPLETE, true",
        "PASS, WARN, false",
        "PASS, SKIP, false",
        "INFO, FAIL, true",
        "WARN, FAIL, true",
        "KNOWN, FAIL, true",
        "SKIP, FAIL, true",
        "SKIP, INCOMPLETE, false",
        "FAIL, FAIL, false",
        "FAIL, UNSTABLE, false",
        "FAIL, INCOMPLETE, true",
        "UNSTABLE, FAIL, false",
        "INCOMPLETE, FAIL, false",
        "INCOMPLETE, INCOMPLETE, false",
        "FAIL, PASS, false",
    })
    void regressions_by_verdict(Verdict before, Verdict after, boolean worse) {
        assertThat(requirement(after, "x").worseThan(requirement(before, "x"))).isEqualTo(worse);
    }

    @Test
    void the_same_verdict_for_another_behaviour_is_a_difference() throws Exception {
        Comparison comparison = compare(
                SampleReports.write(SampleRun.everyVerdict(""), folder.resolve("a")),
                SampleReports.hostile(folder.resolve("b")));
        assertThat(comparison.regressions()).isEmpty();
        assertThat(comparison.different()).extracting(ComparedRequirement::id).contains("answer.packet-type");
    }

    @Test
    void session_ids_are_not_a_difference() {
        assertThat(requirement(Verdict.FAIL, GUID).behaviour())
                .isEqualTo(requirement(Verdict.FAIL, GUID.replace('b', 'c').toUpperCase(Locale.ROOT))
                        .behaviour())
                .isNotEqualTo(requirement(Verdict.FAIL, "none").behaviour())
                .isNotEqualTo(requirement(Verdict.WARN, GUID).behaviour());
    }

    @Test
    void a_requirement_in_only_one_report_is_not_a_regression() throws Exception {
        Path before = SampleReports.edited(
                SampleReports.broken(folder.resolve("a")),
                report -> report.withArray("requirements")
                        .removeIf(one -> one.path("id").asText().equals("ping.status")));
        Comparison comparison = compare(before, SampleReports.broken(folder.resolve("b")));
        assertThat(comparison.regressions()).isEmpty();
        ComparedRequirement row = comparison.different().get(0);
        assertThat(row.id()).isEqualTo("ping.status");
        assertThat(row.verdict(0)).isEqualTo(ComparedRequirement.ABSENT);
        assertThat(row.onlyJudgedInSome()).isTrue();
    }

    @Test
    void notes_say_what_makes_runs_hard_to_compare() throws Exception {
        Path other = SampleReports.edited(SampleReports.conformant(folder.resolve("b")), report -> {
            report.put("plan", "smoke");
            ((ObjectNode) report.path("dialect")).put("asked", "win32");
            ((ObjectNode) report.path("suite")).put("version", "9");
        });
        assertThat(compare(SampleReports.conformant(folder.resolve("a")), other).notes())
                .hasSize(3)
                .anyMatch(note -> note.startsWith("the plans differ (full, smoke)"))
                .anyMatch(note -> note.contains("(any, win32)"))
                .anyMatch(note -> note.contains("(bits-conformance 0.1.0, bits-conformance 9)"));
    }

    @Test
    void names_distinguish_runs() throws Exception {
        Path one = SampleReports.conformant(folder.resolve("a"));
        Path two = SampleReports.conformant(folder.resolve("b"));
        assertThat(compare(one, two).runs())
                .extracting(Comparison.Run::name)
                .containsExactly(one.toString(), two.toString());
        assertThat(compare(one, one).runs())
                .extracting(Comparison.Run::name)
                .containsExactly(one + " (1)", one + " (2)");
        SampleReports.edited(one, report -> ((ObjectNode) report.path("target")).put("server", "Old/1"));
        SampleReports.edited(two, report -> ((ObjectNode) report.path("target")).put("server", "New/2"));
        assertThat(compare(one, two).runs()).extracting(Comparison.Run::name).containsExactly("Old/1", "New/2");
        SampleReports.edited(two, report -> ((ObjectNode) report.path("target")).put("url", "http://new.example/"));
        assertThat(compare(one, two).runs())
                .extracting(Comparison.Run::name)
                .containsExactly("http://upload.example:8080/files/", "http://new.example/");
    }

    @Test
    void readings_and_capabilities_are_compared() throws Exception {
        Path other = SampleReports.edited(SampleReports.conformant(folder.resolve("b")), report -> {
            ((ObjectNode) report.at("/dialect/rows/0")).put("follows", "mc-bup");
            ((ObjectNode) report.at("/capabilities/2")).put("value", "7 bytes");
        });
        Comparison comparison = compare(SampleReports.conformant(folder.resolve("a")), other);
        assertThat(comparison.dialect()).extracting(ComparedValue::different).contains(false);
        assertThat(comparison.dialect().get(0).different()).isTrue();
        assertThat(comparison.dialect().get(0).cells().get(1)).isEqualTo(new ComparedValue.Cell("B", "mc-bup"));
        assertThat(comparison.capabilities().get(0).cells())
                .extracting(ComparedValue.Cell::value)
                .contains("7 bytes");
    }

    private static Comparison compare(Path... folders) throws UnreadableReportException, IOException {
        return Comparison.of(ReportedRun.read(List.of(folders)));
    }

    private static ReportedRequirement requirement(Verdict verdict, String actual) {
        ReportedFinding finding =
                new ReportedFinding(verdict, "", "", "", "", actual, "", Optional.empty(), Optional.empty());
        return new ReportedRequirement(new RequirementReport(
                new Asked("ping.status", Optional.empty(), "MUST", "", List.of()),
                new Tally(verdict, Optional.empty(), 1, 1),
                Optional.empty(),
                "",
                List.of(finding),
                Optional.empty()));
    }
}
