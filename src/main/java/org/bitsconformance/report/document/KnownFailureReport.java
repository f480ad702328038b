package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.KnownFailure;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.KnownFailureResult.Fate;

/**
 * An entry of the baseline, and what happened to it.
 *
 * @param why it was not judged; empty for other fates
 * @param times how often it was seen
 * @param first the first finding that it matches
 */
public record KnownFailureReport(
        @JsonUnwrapped Known known, Fate fate, Optional<String> why, int times, Optional<First> first) {

    /**
     * What the baseline says.
     *
     * @param place file and line of the entry
     * @param requirement a glob of requirement ids; empty for all
     * @param cases globs of case ids; none for all
     * @param reason why the failure is tolerated
     * @param expires the last day on which the entry counts
     */
    public record Known(
            String place,
            Optional<String> requirement,
            List<String> cases,
            String reason,
            Optional<String> link,
            Optional<String> expires) {

        static Known of(KnownFailure entry) {
            return new Known(
                    entry.place(),
                    entry.requirement(),
                    entry.cases(),
                    entry.reason(),
                    entry.link(),
                    entry.expires().map(Object::toString));
        }
    }

    /** The first finding that an entry matches. */
    public record First(
            String requirement, @JsonProperty("case") String caseId, String exchange, String message) {

        static First of(Finding finding) {
            return new First(finding.requirement(), finding.caseId(), finding.exchange(), finding.message());
        }
    }

    public static KnownFailureReport of(KnownFailureResult result) {
        return new KnownFailureReport(
                Known.of(result.entry()),
                result.fate(),
                ReportDocument.unlessEmpty(result.why()),
                result.findings().size(),
                result.findings().stream().findFirst().map(First::of));
    }
}
