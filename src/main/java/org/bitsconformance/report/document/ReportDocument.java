package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.result.RunResult;

/**
 * The result of a run, as its reports state it. It is built once, from the result. {@code report.json} is the document
 * itself, each component a key and unwrapped groups flat ({@code schema/report-1.schema.json}); {@code report.html}
 * shows it; {@code compare} reads it back.
 *
 * @param schemaVersion version of the format, 1
 * @param head what was tested and how
 * @param outcome the verdict and the counts
 * @param causes named defects that explain broken requirements, the one that explains most first
 * @param requirements those that the suite judges, in the order of the catalogue
 * @param driving what was driven, and what was learned about the target
 * @param baseline the entries of the baseline; empty without one
 */
public record ReportDocument(
        int schemaVersion,
        @JsonUnwrapped ReportHead head,
        @JsonUnwrapped ReportOutcome outcome,
        List<Cause> causes,
        List<RequirementReport> requirements,
        @JsonUnwrapped ReportDriving driving,
        List<KnownFailureReport> baseline) {

    /** The version of the format that is written and read. */
    public static final int VERSION = 1;

    /** Maximum number of listed findings per requirement, and of slow answers. */
    static final int MOST_FINDINGS = 50;

    public static ReportDocument of(RunResult result) {
        return new ReportDocument(
                VERSION,
                ReportHead.of(result),
                ReportOutcome.of(result),
                result.causes(),
                result.requirements().stream()
                        .map(one -> RequirementReport.of(
                                one, result.causesOf(one.requirement().id())))
                        .toList(),
                ReportDriving.of(result),
                result.baseline().stream().map(KnownFailureReport::of).toList());
    }

    /** The verdict in one sentence. */
    public String headline() {
        return switch (outcome.verdict()) {
            case CONFORMANT ->
                "Conformant: nothing that binds was broken"
                        + (baseline.stream().anyMatch(entry -> entry.fate() == Fate.SEEN)
                                ? " but what the baseline knows"
                                : "");
            case NONCONFORMANT -> "Nonconformant: " + outcome.reason().orElse("");
            case INCOMPLETE ->
                outcome.diagnosis().isPresent()
                        ? "Incomplete: the target could not be tested"
                        : "Incomplete: not everything that was selected was judged";
        };
    }

    /** Why the target could not be judged completely; empty if it was. */
    public String diagnosis() {
        return switch (outcome.verdict()) {
            case CONFORMANT, NONCONFORMANT -> outcome.diagnosis().orElse("");
            case INCOMPLETE -> outcome.diagnosis().or(outcome::reason).orElse("");
        };
    }

    /** The entry of a requirement. */
    public Optional<RequirementReport> requirement(String id) {
        return requirements.stream().filter(one -> one.asked().id().equals(id)).findFirst();
    }

    static Optional<String> unlessEmpty(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
