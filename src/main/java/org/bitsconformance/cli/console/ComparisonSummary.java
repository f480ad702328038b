package org.bitsconformance.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.report.compare.ComparedRequirement;
import org.bitsconformance.report.compare.Comparison;
import org.bitsconformance.report.compare.Comparison.Regression;
import org.bitsconformance.report.compare.ReportedRun;
import org.bitsconformance.result.Counted;
import org.bitsconformance.transcript.http.Excerpt;

/** Prints the result of a comparison: the runs, a line for each requirement that differs, and regressions last. */
public final class ComparisonSummary {

    private static final int WIDTH = 79;
    private static final int MOST_ROWS = 100;
    private static final int LONGEST_ID = 36;

    private final PrintWriter console;

    /** Prints there. */
    public ComparisonSummary(PrintWriter console) {
        this.console = console;
    }

    /** Prints the summary; {@code folder} has the report. */
    public void print(Comparison comparison, Path folder) {
        for (Comparison.Run run : comparison.runs()) {
            ReportedRun reported = run.reported();
            entry(
                    "run " + run.run() + ":",
                    Excerpt.of(run.name()) + " " + reported.verdict().word() + ", plan " + Excerpt.of(reported.plan())
                            + ", " + Excerpt.of(reported.folder()));
            reported.sides().forEach(side -> entry("", Excerpt.of(side)));
        }
        comparison.notes().forEach(note -> entry("note:", Excerpt.of(note)));
        console.println();
        List<ComparedRequirement> different = comparison.different().stream()
                .filter(row -> !row.onlyJudgedInSome())
                .toList();
        int widest = Math.min(
                LONGEST_ID,
                different.stream().mapToInt(row -> row.id().length()).max().orElse(0));
        different.stream().limit(MOST_ROWS).forEach(row -> entry(padded(row.id(), widest), groups(row)));
        if (different.size() > MOST_ROWS) {
            console.println("and " + (different.size() - MOST_ROWS) + " more");
        }
        int judgedInSome = comparison.different().size() - different.size();
        if (judgedInSome > 0) {
            console.println(Counted.of(judgedInSome, "requirement") + " judged only in some of the runs");
        }
        if (!comparison.different().isEmpty()) {
            console.println();
        }
        comparison.regressions().forEach(this::regression);
        entry("report:", folder.resolve("compare.html").toString());
        console.println(comparison.requirements().size() + " requirements: "
                + Counted.of(different.size(), "difference") + ", "
                + Counted.of(comparison.regressions().size(), "regression"));
        console.flush();
    }

    private void regression(Regression one) {
        entry("REGRESSION", one.requirement() + ": " + one.from() + " in run 1, " + one.to() + " in run " + one.run());
    }

    /** The runs grouped by what they saw, such as {@code A pass (1, 3); B fail (2)}. */
    private static String groups(ComparedRequirement row) {
        Map<String, String> runs = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            runs.merge(
                    row.cells().get(i).group() + " " + row.verdict(i),
                    String.valueOf(i + 1),
                    (before, next) -> before + ", " + next);
        }
        return runs.entrySet().stream()
                .map(group -> group.getKey() + " (" + group.getValue() + ")")
                .collect(Collectors.joining("; "));
    }

    private void entry(String lead, String text) {
        Wrapped.entry(lead, text, WIDTH).forEach(console::println);
    }

    private static String padded(String id, int width) {
        return id + " ".repeat(Math.max(0, width - id.length()));
    }
}
