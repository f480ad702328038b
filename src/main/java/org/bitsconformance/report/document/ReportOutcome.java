package org.bitsconformance.report.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;

/**
 * The verdict of the run, and what led to it.
 *
 * @param reason why it is not conformant, in a sentence; empty if it is
 * @param diagnosis why the target could not be tested at all; empty if it could
 * @param notJudged what the verdict does not cover
 * @param notices what a reader should know about the target before the verdict, a clause each
 * @param counts how many requirements and cases have each verdict
 */
public record ReportOutcome(
        RunVerdict verdict,
        Optional<String> reason,
        Optional<String> diagnosis,
        List<String> notJudged,
        List<String> notices,
        Counts counts) {

    private static final List<Verdict> ORDER = List.of(
            Verdict.PASS,
            Verdict.INFO,
            Verdict.WARN,
            Verdict.FAIL,
            Verdict.UNSTABLE,
            Verdict.INCOMPLETE,
            Verdict.SKIP,
            Verdict.KNOWN);

    /** How many have each verdict, by its word. */
    public record Counts(Map<String, Integer> requirements, Map<String, Integer> cases) {}

    static ReportOutcome of(RunResult result) {
        return new ReportOutcome(
                result.verdict(),
                ReportDocument.unlessEmpty(result.reason()),
                result.probed().diagnosis(),
                result.judgement().notJudged(),
                result.probed().notices(),
                new Counts(counts(result.requirementCounts()), counts(result.caseCounts())));
    }

    private static Map<String, Integer> counts(Map<Verdict, Integer> byVerdict) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ORDER.forEach(verdict -> counts.put(verdict.word(), byVerdict.get(verdict)));
        return counts;
    }
}
