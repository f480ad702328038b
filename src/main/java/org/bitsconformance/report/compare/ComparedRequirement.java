package org.bitsconformance.report.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitsconformance.result.Verdict;

/**
 * A requirement in several runs.
 *
 * @param level how strongly the dialect of the first run that has it puts it
 * @param cells one for each run
 */
public record ComparedRequirement(String id, String level, String statement, List<Cell> cells) {

    /** The word for a run whose report does not have the requirement. */
    public static final String ABSENT = "not in this report";

    /**
     * What came of it in a run.
     *
     * @param group the same letter for runs with the same verdict in which the same was seen
     * @param seen empty where the report does not have the requirement
     * @param regression whether it is worse than in the first run
     */
    public record Cell(String group, Optional<ReportedRequirement> seen, boolean regression) {

        boolean judged() {
            return seen.filter(one -> one.judged() > 0).isPresent();
        }
    }

    static ComparedRequirement of(String id, List<ReportedRun> runs) {
        List<Optional<ReportedRequirement>> seen = runs.stream()
                .map(run -> Optional.ofNullable(run.requirements().get(id)))
                .toList();
        List<String> groups = Comparison.letters(seen.stream()
                .map(one -> one.map(ReportedRequirement::behaviour).orElse(ABSENT))
                .toList());
        ReportedRequirement any =
                seen.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        return new ComparedRequirement(
                id,
                any.level(),
                any.statement(),
                IntStream.range(0, runs.size())
                        .mapToObj(i -> new Cell(groups.get(i), seen.get(i), i > 0 && worse(seen.get(0), seen.get(i))))
                        .toList());
    }

    private static boolean worse(Optional<ReportedRequirement> before, Optional<ReportedRequirement> after) {
        return before.isPresent() && after.isPresent() && after.get().worseThan(before.get());
    }

    /** Whether not all runs saw the same. */
    public boolean different() {
        return groups(cells) > 1;
    }

    /** Whether some run is worse than the first. */
    public boolean regression() {
        return cells.stream().anyMatch(Cell::regression);
    }

    /** Whether all runs that judged it saw the same, and others did not judge it. */
    public boolean onlyJudgedInSome() {
        return different()
                && !regression()
                && groups(cells.stream().filter(Cell::judged).toList()) <= 1;
    }

    /** The verdict of a run, counted from 0, in words. */
    public String verdict(int run) {
        return cells.get(run).seen().map(one -> one.verdict().word()).orElse(ABSENT);
    }

    /** Where it stands: regressions are 0, other differences 1, what only some judged 2, and the rest 3. */
    int rank() {
        if (regression()) {
            return 0;
        }
        if (!different()) {
            return 3;
        }
        return onlyJudgedInSome() ? 2 : 1;
    }

    Verdict worst() {
        return Verdict.worst(cells.stream()
                .flatMap(cell -> cell.seen().stream())
                .map(ReportedRequirement::verdict)
                .toList());
    }

    private static long groups(List<Cell> cells) {
        return cells.stream().map(Cell::group).distinct().count();
    }
}
