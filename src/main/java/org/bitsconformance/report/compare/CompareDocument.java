package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitsconformance.report.compare.Comparison.Regression;
import org.bitsconformance.report.document.ReportHead.Product;

/** {@code compare.json} as records: each component is a key. Described by {@code schema/compare-1.schema.json}. */
record CompareDocument(
        int schemaVersion,
        Product suite,
        List<Run> runs,
        List<String> notes,
        Counts counts,
        List<Regression> regressions,
        List<Requirement> requirements,
        List<Value> dialect,
        List<Value> capabilities) {

    private static final int VERSION = 1;

    record Run(
            int run,
            String name,
            String folder,
            String url,
            Optional<String> server,
            String suite,
            String plan,
            Dialect dialect,
            String startedAt,
            String verdict,
            Optional<String> reason) {}

    record Dialect(String asked, String observed) {}

    record Counts(int requirements, int different, int regressions) {}

    record Requirement(
            String id, String level, String statement, boolean different, boolean regression, List<Cell> cells) {

        static Requirement of(ComparedRequirement row) {
            return new Requirement(
                    row.id(),
                    row.level(),
                    row.statement(),
                    row.different(),
                    row.regression(),
                    row.cells().stream().map(Cell::of).toList());
        }
    }

    record Cell(
            String group,
            boolean regression,
            Optional<String> verdict,
            Optional<Integer> judged,
            Optional<Integer> broken,
            Optional<String> reason,
            Optional<String> expected,
            Optional<String> actual,
            Optional<String> message,
            @JsonProperty("case") Optional<String> caseId) {

        static Cell of(ComparedRequirement.Cell cell) {
            return new Cell(
                    cell.group(),
                    cell.regression(),
                    cell.seen().map(one -> one.verdict().word()),
                    cell.seen().map(ReportedRequirement::judged),
                    cell.seen().map(ReportedRequirement::broken),
                    cell.seen().map(ReportedRequirement::reason).filter(text -> !text.isEmpty()),
                    cell.seen().map(ReportedRequirement::expected).filter(text -> !text.isEmpty()),
                    cell.seen().map(ReportedRequirement::actual).filter(text -> !text.isEmpty()),
                    cell.seen().map(ReportedRequirement::message).filter(text -> !text.isEmpty()),
                    cell.seen().map(ReportedRequirement::caseId).filter(text -> !text.isEmpty()));
        }
    }

    record Value(String id, boolean different, List<ValueCell> cells) {

        static Value of(ComparedValue row) {
            return new Value(
                    row.id(),
                    row.different(),
                    row.cells().stream()
                            .map(cell -> new ValueCell(
                                    cell.group(), Optional.of(cell.value()).filter(text -> !text.isEmpty())))
                            .toList());
        }
    }

    record ValueCell(String group, Optional<String> value) {}

    /**
     * The document of a comparison.
     *
     * @param suite name and version of what compares
     */
    static CompareDocument of(Comparison comparison, String suite) {
        List<Regression> regressions = comparison.regressions();
        return new CompareDocument(
                VERSION,
                Product.of(suite),
                IntStream.range(0, comparison.runs().size())
                        .mapToObj(i -> run(
                                i + 1,
                                comparison.names().get(i),
                                comparison.runs().get(i)))
                        .toList(),
                comparison.notes(),
                new Counts(
                        comparison.requirements().size(), comparison.different().size(), regressions.size()),
                regressions,
                comparison.requirements().stream().map(Requirement::of).toList(),
                comparison.dialect().stream().map(Value::of).toList(),
                comparison.capabilities().stream().map(Value::of).toList());
    }

    private static Run run(int number, String name, ReportedRun run) {
        return new Run(
                number,
                name,
                run.folder(),
                run.url(),
                run.server(),
                run.suite(),
                run.plan(),
                new Dialect(run.askedDialect(), run.observedDialect()),
                run.startedAt(),
                run.verdict(),
                Optional.of(run.reason()).filter(text -> !text.isEmpty()));
    }
}
