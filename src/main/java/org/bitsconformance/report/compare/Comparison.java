package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bitsconformance.report.compare.ReportedRun.Entry;
import org.bitsconformance.result.RunVerdict;

/**
 * Runs side by side. Each is compared with all others, and with the first one for regressions.
 *
 * @param runs in the order in which they were named
 * @param notes what makes the runs hard to compare, in sentences
 * @param requirements those of any run: regressions first, then other differences, then the rest
 * @param dialect which document's reading of each conflict was seen; differences first
 * @param capabilities what is known about the servers; differences first
 */
@JsonPropertyOrder({"runs", "notes", "counts", "regressions", "requirements", "dialect", "capabilities"})
public record Comparison(
        List<Run> runs,
        List<String> notes,
        List<ComparedRequirement> requirements,
        List<ComparedValue> dialect,
        List<ComparedValue> capabilities) {

    /** Maximum number of runs to compare: each distinct behaviour in a row has a letter. */
    public static final int MOST_RUNS = 26;

    /**
     * A run among others.
     *
     * @param run its number; the first run is 1
     * @param name unique among the runs
     */
    public record Run(int run, String name, @JsonUnwrapped ReportedRun reported) {}

    /** How many requirements there are, how many of them differ, and how many regressions there are. */
    public record Numbers(int requirements, int different, int regressions) {}

    /**
     * A requirement with a worse result in a later run than in the first.
     *
     * @param run number of the later run; the first run is 1
     * @param from verdict in the first run
     * @param to verdict in the later one
     */
    public record Regression(String requirement, int run, String from, String to) {}

    /** Compares runs; at least two, and at most {@link #MOST_RUNS}. */
    public static Comparison of(List<ReportedRun> runs) {
        List<String> names = names(runs);
        return new Comparison(
                IntStream.range(0, runs.size())
                        .mapToObj(i -> new Run(i + 1, names.get(i), runs.get(i)))
                        .toList(),
                notes(runs),
                rows(
                        runs,
                        ReportedRun::requirements,
                        ComparedRequirement::of,
                        Comparator.comparing(ComparedRequirement::rank).thenComparing(ComparedRequirement::worst)),
                values(runs, ReportedRun::readings),
                values(runs, ReportedRun::capabilities));
    }

    /** The totals. */
    @JsonProperty
    public Numbers counts() {
        return new Numbers(
                requirements.size(), different().size(), regressions().size());
    }

    /** The requirements that differ between runs. */
    public List<ComparedRequirement> different() {
        return requirements.stream().filter(ComparedRequirement::different).toList();
    }

    /** The requirements with worse results in later runs than in the first. */
    @JsonProperty
    public List<Regression> regressions() {
        return requirements.stream()
                .flatMap(row -> IntStream.range(1, row.cells().size())
                        .filter(run -> row.cells().get(run).regression())
                        .mapToObj(run -> new Regression(row.id(), run + 1, row.verdict(0), row.verdict(run))))
                .toList();
    }

    /** A letter for each key, starting from A; equal keys get the same letter. */
    static List<String> letters(List<?> keys) {
        List<Object> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        return keys.stream()
                .map(key -> String.valueOf((char) ('A' + distinct.indexOf(key))))
                .toList();
    }

    private static List<ComparedValue> values(List<ReportedRun> runs, Function<ReportedRun, Map<String, Entry>> what) {
        return rows(runs, what, ComparedValue::of, Comparator.comparing(row -> !row.different()));
    }

    /** A row for each id that occurs in any run. */
    private static <T, R> List<R> rows(
            List<ReportedRun> runs,
            Function<ReportedRun, Map<String, T>> what,
            BiFunction<String, List<Optional<T>>, R> row,
            Comparator<R> order) {
        List<Map<String, T>> seen = runs.stream().map(what).toList();
        return seen.stream()
                .flatMap(one -> one.keySet().stream())
                .distinct()
                .map(id -> row.apply(
                        id,
                        seen.stream()
                                .map(one -> Optional.ofNullable(one.get(id)))
                                .toList()))
                .sorted(order)
                .toList();
    }

    /** Names for the runs: the URLs if they are unique, else what the servers say they are, else the folders. */
    private static List<String> names(List<ReportedRun> runs) {
        List<Function<ReportedRun, String>> namings =
                List.of(ReportedRun::url, run -> run.server().orElse(""), ReportedRun::folder);
        return namings.stream()
                .map(naming -> runs.stream().map(naming).toList())
                .filter(names -> new LinkedHashSet<>(names).size() == names.size() && !names.contains(""))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, runs.size())
                        .mapToObj(i -> runs.get(i).folder() + " (" + (i + 1) + ")")
                        .toList());
    }

    private static List<String> notes(List<ReportedRun> runs) {
        List<String> notes = new ArrayList<>();
        differing(runs, ReportedRun::plan)
                .ifPresent(plans ->
                        notes.add("the plans differ (" + plans + "): what a plan does not select is not judged there"));
        differing(runs, run -> run.dialect().asked())
                .ifPresent(dialects -> notes.add("the runs were judged by different dialects (" + dialects
                        + "), so the same answer can pass in one"));
        differing(runs, ReportedRun::suite)
                .ifPresent(suites -> notes.add("different versions of the suite judged the runs (" + suites + ")"));
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).verdict() == RunVerdict.INCOMPLETE) {
                notes.add("run " + (i + 1) + " is incomplete: "
                        + runs.get(i).reason().orElse(""));
            }
        }
        return notes;
    }

    private static Optional<String> differing(List<ReportedRun> runs, Function<ReportedRun, String> what) {
        List<String> values = runs.stream().map(what).distinct().toList();
        return values.size() > 1 ? Optional.of(String.join(", ", values)) : Optional.empty();
    }
}
