package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.SideResult;
import org.bitsconformance.result.Verdict;

/**
 * The verdict of the run, and what led to it.
 *
 * @param reason why it is not conformant, in a sentence; empty if it is
 * @param diagnosis why the target could not be tested at all; empty if it could
 * @param notJudged what the verdict does not cover
 * @param notices what a reader should know about the target before the verdict, a clause each
 * @param counts how many requirements and cases have each verdict
 * @param sides the server and each client that was observed; missing if the suite sent the packets itself
 */
public record ReportOutcome(
        RunVerdict verdict,
        Optional<String> reason,
        Optional<String> diagnosis,
        List<String> notJudged,
        List<String> notices,
        Counts counts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SideReport> sides) {

    public ReportOutcome {
        sides = sides == null ? List.of() : sides;
    }

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

    /**
     * The verdict of one side.
     *
     * @param side {@code server} or {@code client}
     * @param name the server's URL, or a client's User-Agent and where it comes from
     * @param broken number of its requirements that were broken
     * @param uploads number of its cases
     */
    public record SideReport(String side, String name, RunVerdict verdict, int broken, int uploads) {

        static SideReport of(SideResult result) {
            return new SideReport(
                    result.side().word(), result.name(), result.verdict(), result.broken(), result.uploads());
        }

        /** All of it in one line. */
        public String sentence() {
            return new SideResult(Side.named(side).orElse(Side.CLIENT), name, verdict, broken, uploads).sentence();
        }
    }

    static ReportOutcome of(RunResult result) {
        return new ReportOutcome(
                result.verdict(),
                ReportDocument.unlessEmpty(result.reason()),
                result.probed().diagnosis(),
                result.judgement().notJudged(),
                result.probed().notices(),
                new Counts(counts(result.requirementCounts()), counts(result.caseCounts())),
                result.judgement().sides().stream().map(SideReport::of).toList());
    }

    private static Map<String, Integer> counts(Map<Verdict, Integer> byVerdict) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ORDER.forEach(verdict -> counts.put(verdict.word(), byVerdict.get(verdict)));
        return counts;
    }
}
