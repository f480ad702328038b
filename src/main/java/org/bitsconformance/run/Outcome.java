package org.bitsconformance.run;

import java.util.List;
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

/** Says to JUnit, by throwing or not, what became of a case or a requirement. */
final class Outcome {

    private Outcome() {}

    static void of(CaseResult result, ConformanceRun run) {
        String text = result.decisive().stream()
                .map(finding -> describe(finding, run.catalogue()))
                .collect(Collectors.joining("\n\n"));
        say(result.verdict(), result.reason(), text, result.decisive(), run);
    }

    static void of(RequirementResult result, ConformanceRun run) {
        String text = result.findings().stream()
                .filter(Finding::broken)
                .limit(5)
                .map(finding -> describe(finding, run.catalogue()))
                .collect(Collectors.joining("\n\n"));
        say(result.verdict(), result.reason(), text, result.findings(), run);
    }

    static void of(RunResult result) {
        switch (result.verdict()) {
            case CONFORMANT -> {}
            case NONCONFORMANT -> throw new AssertionFailedError(result.verdictLine() + ": " + result.reason());
            case INCOMPLETE -> throw new CaseIncomplete(result.reason());
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
        if (run.fails(verdict) || verdict == Verdict.UNSTABLE) {
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
