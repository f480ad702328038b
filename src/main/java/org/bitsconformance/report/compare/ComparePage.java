package org.bitsconformance.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.report.text.Times;

/**
 * What {@code compare.ftlh} shows, in its order.
 *
 * @param worse whether a later run does something worse than the first
 * @param differing requirements that runs judged differently, regressions first
 * @param unjudged requirements that only some of the runs judged
 * @param same requirements on which all agree
 */
record ComparePage(
        boolean worse,
        String headline,
        String context,
        List<String> notes,
        List<Run> runs,
        List<Row> differing,
        List<Row> unjudged,
        List<Row> same,
        List<Value> dialect,
        List<Value> capabilities,
        String suite) {

    /** How much of one text is shown. */
    private static final int LONGEST_TEXT = 600;

    private static final int COLOURS = 6;

    record Run(
            int number,
            String name,
            String url,
            String server,
            String folder,
            String verdict,
            String reason,
            String plan,
            String dialect,
            String suite,
            String startedAt) {

        static Run of(int number, String name, ReportedRun run) {
            return new Run(
                    number,
                    cut(name),
                    cut(run.url()),
                    cut(run.server().orElse("")),
                    cut(run.folder()),
                    run.verdict(),
                    cut(run.reason()),
                    cut(run.plan()),
                    "asked: " + cut(run.askedDialect()) + "; observed: " + cut(run.observedDialect()),
                    cut(run.suite()),
                    Times.moment(cut(run.startedAt())));
        }
    }

    record Row(String id, String level, String statement, boolean regression, List<Cell> cells) {

        static Row of(ComparedRequirement row) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.add(Cell.of(row.cells().get(i), row.verdict(i)));
            }
            return new Row(row.id(), cut(row.level()), cut(row.statement()), row.regression(), cells);
        }
    }

    /**
     * A requirement in a run.
     *
     * @param colour a number from 1, the same for the same group
     * @param word the verdict, or that there is none
     * @param seen what was seen; empty where the verdict says it
     * @param place how often it was judged and broken, and where first
     */
    record Cell(
            String group,
            int colour,
            String verdict,
            String word,
            boolean regression,
            String seen,
            String expected,
            String place,
            String reason) {

        static Cell of(ComparedRequirement.Cell cell, String word) {
            return cell.seen()
                    .map(one -> new Cell(
                            cell.group(),
                            colourOf(cell.group()),
                            one.verdict().word(),
                            word,
                            cell.regression(),
                            cut(one.observed()),
                            cut(one.expected()),
                            place(one),
                            one.observed().equals(one.reason()) ? "" : cut(one.reason())))
                    .orElseGet(
                            () -> new Cell(cell.group(), colourOf(cell.group()), "skip", word, false, "", "", "", ""));
        }

        private static String place(ReportedRequirement one) {
            if (one.judged() == 0) {
                return "not judged";
            }
            return "judged " + Printable.number(one.judged()) + (one.judged() == 1 ? " time" : " times")
                    + (one.broken() == 0 ? "" : ", broken " + Printable.number(one.broken()))
                    + (one.caseId().isEmpty() ? "" : ", first in " + cut(one.caseId()));
        }
    }

    record Value(String id, String title, boolean different, List<ValueCell> cells) {

        static Value of(ComparedValue row) {
            return new Value(
                    row.id(),
                    cut(row.title()),
                    row.different(),
                    row.cells().stream()
                            .map(cell -> new ValueCell(cell.group(), colourOf(cell.group()), cut(cell.value())))
                            .toList());
        }
    }

    record ValueCell(String group, int colour, String value) {}

    static ComparePage of(Comparison comparison, String suite) {
        int regressions = comparison.regressions().size();
        List<ComparedRequirement> rows = comparison.requirements();
        long unjudged =
                rows.stream().filter(ComparedRequirement::onlyJudgedInSome).count();
        long different = comparison.different().size() - unjudged;
        return new ComparePage(
                regressions > 0,
                regressions > 0
                        ? regressions + (regressions == 1 ? " regression" : " regressions")
                        : different + (different == 1 ? " difference" : " differences"),
                comparison.runs().size() + " runs, " + rows.size() + " requirements: " + different
                        + " judged differently, " + unjudged + " judged in some of the runs only, "
                        + rows.stream().filter(row -> !row.different()).count() + " the same in all.",
                comparison.notes().stream().map(ComparePage::cut).toList(),
                IntStream.range(0, comparison.runs().size())
                        .mapToObj(i -> Run.of(
                                i + 1,
                                comparison.names().get(i),
                                comparison.runs().get(i)))
                        .toList(),
                rows.stream()
                        .filter(row -> row.different() && !row.onlyJudgedInSome())
                        .map(Row::of)
                        .toList(),
                rows.stream()
                        .filter(ComparedRequirement::onlyJudgedInSome)
                        .map(Row::of)
                        .toList(),
                rows.stream().filter(row -> !row.different()).map(Row::of).toList(),
                comparison.dialect().stream().map(Value::of).toList(),
                comparison.capabilities().stream().map(Value::of).toList(),
                suite);
    }

    private static int colourOf(String group) {
        return (group.charAt(0) - 'A') % COLOURS + 1;
    }

    private static String cut(String text) {
        return Printable.cut(text, LONGEST_TEXT);
    }
}
