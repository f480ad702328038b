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
 * @param level its level in the first run that has it
 * @param cells one for each run
 */
@JsonPropertyOrder({"id", "level", "statement", "different", "regression", "cells"})
public record ComparedRequirement(String id, String level, String statement, List<Cell> cells) {

    /** Shown for a run whose report does not have the requirement. */
    public static final String ABSENT = "not in this report";

    /**
     * Its result in a run.
     *
     * @param group a letter; the same for runs with the same verdict and the same observation
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

    /** Whether the runs differ in what they saw. */
    @JsonProperty
    public boolean different() {
        return groups(cells) > 1;
    }

    /** Whether some run is worse than the first. */
    @JsonProperty
    public boolean regression() {
        return cells.stream().anyMatch(Cell::regression);
    }

    /** Whether all runs that judged it saw the same, but some did not judge it. */
    public boolean onlyJudgedInSome() {
        return different()
                && !regression()
                && groups(cells.stream().filter(Cell::judged).toList()) <= 1;
    }

    /** The verdict of a run, in words; runs are counted from 0. */
    public String verdict(int run) {
        return cells.get(run).seen().map(one -> one.verdict().word()).orElse(ABSENT);
    }

    /** Its sort rank: 0 for regressions, 1 for other differences, 2 for those judged only in some runs, 3 for the rest. */
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
