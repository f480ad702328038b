package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitsconformance.report.document.RequirementReport.Asked;
import org.bitsconformance.result.Verdict;

/**
 * A requirement in several runs.
 *
 * @param level how strongly the dialect of the first run that has it puts it
 * @param cells one for each run
 */
@JsonPropertyOrder({"id", "level", "statement", "different", "regression", "cells"})
public record ComparedRequirement(String id, String level, String statement, List<Cell> cells) {

    /** The word for a run whose report does not have the requirement. */
    public static final String ABSENT = "not in this report";

    /**
     * Its result in a run.
     *
     * @param group the same letter for runs with the same verdict in which the same was seen
     * @param regression whether it is worse than in the first run
     * @param seen empty if the report does not have the requirement
     */
    public record Cell(
            String group, boolean regression, @JsonUnwrapped Optional<ReportedRequirement> seen) {

        boolean judged() {
            return seen.filter(one -> one.judged() > 0).isPresent();
        }
    }

    static ComparedRequirement of(String id, List<Optional<ReportedRequirement>> seen) {
        List<String> groups = Comparison.letters(seen.stream()
                .map(one -> one.map(ReportedRequirement::behaviour).orElse(ABSENT))
                .toList());
        Asked any = seen.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .entry()
                .asked();
        return new ComparedRequirement(
                id,
                any.level(),
                any.statement(),
                IntStream.range(0, seen.size())
                        .mapToObj(i -> new Cell(groups.get(i), i > 0 && worse(seen.get(0), seen.get(i)), seen.get(i)))
                        .toList());
    }

    private static boolean worse(Optional<ReportedRequirement> before, Optional<ReportedRequirement> after) {
        return before.isPresent() && after.isPresent() && after.get().worseThan(before.get());
    }

    /** Whether not all runs saw the same. */
    @JsonProperty
    public boolean different() {
        return groups(cells) > 1;
    }

    /** Whether some run is worse than the first. */
    @JsonProperty
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
