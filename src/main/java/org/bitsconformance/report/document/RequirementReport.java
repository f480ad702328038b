package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Source;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.Verdict;

/**
 * A requirement and its result.
 *
 * @param causes ids of the causes that explain it, the one that explains most first; missing if there is none
 * @param lookAt where in a server to look, if a finding has no advice of its own
 * @param findings those that are not a pass, worst first, and among equals the clearest first
 * @param findingsOmitted how many more findings there were
 */
public record RequirementReport(
        @JsonUnwrapped Asked asked,
        @JsonUnwrapped Tally tally,
        Optional<List<String>> causes,
        String lookAt,
        List<ReportedFinding> findings,
        Optional<Integer> findingsOmitted) {

    /**
     * What is required.
     *
     * @param level its level under the dialect of the run
     * @param side which side must do it: {@code client}; missing if it is the server
     * @param statement what it must do
     */
    public record Asked(
            String id,

            @JsonInclude(value = JsonInclude.Include.NON_ABSENT)
            Optional<String> side,

            String level,
            String statement,
            List<Place> sources) {

        static Asked of(RequirementResult result) {
            return new Asked(
                    result.requirement().id(),
                    Optional.of(result.requirement().binds())
                            .filter(side -> side != Side.SERVER)
                            .map(Side::word),
                    result.level().name(),
                    result.requirement().statement(),
                    result.requirement().sources().stream()
                            .map(Place::of)
                            .distinct()
                            .toList());
        }
    }

    /** Where it is specified. */
    public record Place(String document, String section, String level, String url) {

        static Place of(Source source) {
            return new Place(source.document(), source.section(), source.level().name(), source.url());
        }
    }

    /**
     * Its result.
     *
     * @param reason why it was skipped or is incomplete, what was observed, or why its failures are known
     * @param judged how often it was judged
     * @param broken how often it was found broken
     */
    public record Tally(Verdict verdict, Optional<String> reason, int judged, int broken) {}

    static RequirementReport of(RequirementResult result, List<Cause> causes) {
        List<ReportedFinding> findings = result.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .map(ReportedFinding::of)
                .toList();
        int omitted = findings.size() - ReportDocument.MOST_FINDINGS;
        return new RequirementReport(
                Asked.of(result),
                new Tally(
                        result.verdict(),
                        ReportDocument.unlessEmpty(result.reason()),
                        result.judged(),
                        result.broken()),
                Optional.of(causes.stream().map(Cause::id).toList()).filter(ids -> !ids.isEmpty()),
                result.requirement().lookAt(),
                findings.stream().limit(ReportDocument.MOST_FINDINGS).toList(),
                Optional.of(omitted).filter(more -> more > 0));
    }
}
