package org.bitsconformance.report.html;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;

/**
 * How many requirements of each level have which verdict.
 *
 * @param names of the levels, strongest first: the column headings
 * @param totals how many requirements each level has
 * @param rows a row for each verdict that occurs, worst first
 */
record HtmlLevels(List<String> names, List<Long> totals, List<Row> rows) {

    record Row(String verdict, List<Long> counts) {}

    static HtmlLevels of(RunResult result) {
        return new HtmlLevels(
                levels(Level::name),
                levels(level -> result.requirements().stream()
                        .filter(one -> one.level() == level)
                        .count()),
                Arrays.stream(Verdict.values())
                        .map(verdict -> new Row(
                                verdict.word(),
                                levels(level -> result.requirements().stream()
                                        .filter(one -> one.level() == level && one.verdict() == verdict)
                                        .count())))
                        .filter(row -> row.counts().stream().anyMatch(count -> count > 0))
                        .toList());
    }

    private static <T> List<T> levels(Function<Level, T> each) {
        return Arrays.stream(Level.values()).map(each).toList();
    }
}
