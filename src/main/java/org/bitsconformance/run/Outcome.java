package org.bitsconformance.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Tells JUnit the verdict on a case or a requirement, by throwing or not. */
final class Outcome {

    private Outcome() {}

    static void of(CaseResult result, ConformanceRun run) {
        String text = result.decisive().stream()
                .map(finding -> describe(finding, run.judging().catalogue()))
                .collect(Collectors.joining("\n\n"));
        String lead = run.tellsOnce() ? result.id() + ": " : "";
        say(result.verdict(), lead + result.reason(), lead + text, result.decisive(), run);
    }

    static void of(RequirementResult result, ConformanceRun run) {
        if (run.tellsOnce() && isTold(result.verdict(), run)) {
            tellingCase(result, run).ifPresent(id -> {
                throw new TestAbortedException(result.verdict().word() + ", which the case " + id + " reports");
            });
        }
        String lead = run.tellsOnce() ? result.requirement().id() + ": " : "";
        String text = result.findings().stream()
                .filter(Finding::broken)
                .limit(5)
                .map(finding -> describe(finding, run.judging().catalogue()))
                .collect(Collectors.joining("\n\n"));
        say(result.verdict(), lead + result.reason(), lead + text, result.findings(), run);
    }

    /**
     * The exception for a case that was not driven because the run ended; if failures are reported once, the run
     * reports it.
     */
    static RuntimeException notDriven(String reason, ConformanceRun run) {
        return run.tellsOnce() ? new TestAbortedException("not driven: " + reason) : new CaseIncomplete(reason);
    }

    /**
     * The reported case with the same verdict for this requirement, or a broken one that kept it from being judged;
     * empty if there is none.
     */
    private static Optional<String> tellingCase(RequirementResult result, ConformanceRun run) {
        List<CaseResult> cases = run.finish().cases();
        Optional<String> same = cases.stream()
                .filter(one -> one.verdict() == result.verdict())
                .filter(one -> isAbout(one.decisive(), result))
                .map(CaseResult::id)
                .findFirst();
        return same.isPresent() || result.verdict() != Verdict.INCOMPLETE
                ? same
                : cases.stream()
                        .filter(one -> run.judging().fails(one.verdict()))
                        .filter(one -> isAbout(one.findings(), result))
                        .map(CaseResult::id)
                        .findFirst();
    }

    /** Whether a verdict fails a test. */
    private static boolean isTold(Verdict verdict, ConformanceRun run) {
        return run.judging().fails(verdict) || verdict == Verdict.UNSTABLE || verdict == Verdict.INCOMPLETE;
    }

    private static boolean isAbout(List<Finding> findings, RequirementResult result) {
        String id = result.requirement().id();
        return findings.stream().anyMatch(finding -> finding.requirement().equals(id));
    }

    /** {@code report} is where to read the run's report. */
    static void of(RunResult result, Path report) {
        String more = "; report: " + report;
        switch (result.verdict()) {
            case CONFORMANT -> {}
            case NONCONFORMANT -> throw new AssertionFailedError(result.verdictLine() + ": " + result.reason() + more);
            case INCOMPLETE -> throw new CaseIncomplete(result.reason() + more);
        }
    }

    static void of(KnownFailureResult result) {
        switch (result.fate()) {
            case SEEN -> {}
            case STALE -> throw new AssertionFailedError(result.sentence());
            case NOT_JUDGED, NOT_SELECTED -> throw new TestAbortedException(result.sentence());
        }
    }

    private static void say(Verdict verdict, String reason, String text, List<Finding> findings, ConformanceRun run) {
        if (run.judging().fails(verdict) || verdict == Verdict.UNSTABLE) {
            Finding first = findings.get(0);
            throw new AssertionFailedError(text, first.expected(), first.actual());
        }
        if (verdict == Verdict.INCOMPLETE) {
            throw new CaseIncomplete(reason);
        }
        if (verdict == Verdict.SKIP) {
            throw new TestAbortedException(reason);
        }
    }

    private static String describe(Finding finding, Catalogue catalogue) {
        Requirement requirement = catalogue.get(finding.requirement());
        return finding.message() + "\n  requirement " + requirement.id() + " (" + requirement.citations() + ")\n  "
                + requirement.statement() + "\n  expected: " + finding.expected() + "\n  actual:   " + finding.actual()
                + (finding.exchange().isEmpty()
                        ? ""
                        : "\n  exchange " + finding.exchange() + " of " + finding.caseId());
    }
}
