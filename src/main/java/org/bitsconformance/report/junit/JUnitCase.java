package org.bitsconformance.report.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.report.text.Explanation;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.ObservedUpload;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;

/**
 * A test case of {@code junit.xml}.
 *
 * @param group what JUnit calls the class name
 * @param name of the test case
 * @param micros how long it took
 * @param verdict decides which element it gets
 * @param message in a sentence; empty for a pass
 * @param text details; empty for a pass
 */
record JUnitCase(String group, String name, long micros, Verdict verdict, String message, String text) {

    private static final int MOST_FINDINGS = 10;

    /** How JUnit counts a verdict. */
    enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    static JUnitCase of(CaseResult result, RunResult run, Map<String, RequirementResult> requirements) {
        List<Finding> decisive = result.verdict() == Verdict.PASS ? List.of() : result.decisive();
        String text = observed(result)
                + decisive.stream()
                        .filter(finding -> requirements.containsKey(finding.requirement()))
                        .limit(MOST_FINDINGS)
                        .map(finding -> Explanation.text(
                                requirements.get(finding.requirement()), finding, causes(finding, run)))
                        .collect(Collectors.joining("\n"));
        String message = message(result.verdict(), result.reason(), decisive, run);
        return new JUnitCase(result.scenario(), result.id(), result.durationMicros(), result.verdict(), message, text);
    }

    /** What an observed client met and did, in a line each; empty if the suite drove the case itself. */
    private static String observed(CaseResult result) {
        return ObservedUpload.of(result)
                .map(upload -> upload.happened()
                                .map(happened -> "happened: " + happened + "\n")
                                .orElse("")
                        + upload.text()
                                .map(text -> "wanted: " + text.wants() + "\n")
                                .orElse("")
                        + "the client " + upload.did() + "\n")
                .orElse("");
    }

    static JUnitCase of(RequirementResult result, RunResult run) {
        List<Finding> decisive = result.findings().stream()
                .filter(finding -> finding.verdict() == result.verdict())
                .toList();
        String text = decisive.stream()
                .limit(MOST_FINDINGS)
                .map(finding -> Explanation.text(result, finding, causes(finding, run)))
                .collect(Collectors.joining("\n"));
        String message = message(result.verdict(), result.reason(), decisive, run);
        return new JUnitCase(
                "requirements", result.requirement().id(), 0, result.verdict(), message, text + omitted(decisive));
    }

    /** An entry of the baseline; it fails if what it describes no longer fails. */
    static JUnitCase of(KnownFailureResult result) {
        Verdict verdict = switch (result.fate()) {
            case SEEN -> Verdict.KNOWN;
            case STALE -> Verdict.FAIL;
            case NOT_JUDGED, NOT_SELECTED -> Verdict.SKIP;
        };
        return new JUnitCase("baseline", result.entry().subject(), 0, verdict, result.sentence(), "");
    }

    Outcome outcome() {
        return switch (verdict) {
            case FAIL, UNSTABLE -> Outcome.FAILURE;
            case INCOMPLETE -> Outcome.ERROR;
            case SKIP -> Outcome.SKIPPED;
            case WARN, KNOWN, INFO, PASS -> Outcome.PASSED;
        };
    }

    /** The causes that explain a broken finding. */
    private static List<Cause> causes(Finding finding, RunResult run) {
        return finding.broken() ? run.causesOf(finding.requirement()) : List.of();
    }

    /** The message; for a known failure its reason, which says why it is tolerated. */
    private static String message(Verdict verdict, String reason, List<Finding> decisive, RunResult run) {
        Optional<Finding> first =
                verdict == Verdict.KNOWN ? Optional.empty() : decisive.stream().findFirst();
        return first.map(finding -> Explanation.sentence(finding)
                        + causes(finding, run).stream()
                                .map(cause -> " Cause: " + Explanation.words(cause))
                                .collect(Collectors.joining()))
                .orElse(reason);
    }

    private static String omitted(List<Finding> decisive) {
        int omitted = decisive.size() - MOST_FINDINGS;
        return omitted > 0 ? "\nand " + Printable.number(omitted) + " more like these\n" : "";
    }
}
