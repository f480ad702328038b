package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.requirement.Requirement;

/**
 * The result of a requirement.
 *
 * @param requirement the entry of the catalogue
 * @param level its level under the dialect
 * @param verdict the worst of its findings
 * @param reason why it was skipped or is incomplete, what was observed, or why its failures are tolerated; otherwise
 *     empty
 * @param judged how often it was judged
 * @param broken how often it was found broken, including known failures
 * @param findings those that are not a pass, worst first, and among equals the clearest first
 */
public record RequirementResult(
        Requirement requirement,
        Level level,
        Verdict verdict,
        String reason,
        int judged,
        int broken,
        List<Finding> findings) {

    private static final int MOST_ADVICE = 3;

    /** The finding to show: the first broken one that the baseline does not know. Call it only if there are findings. */
    public Finding decisive() {
        return findings.stream()
                .filter(finding -> finding.broken() && !finding.known())
                .findFirst()
                .orElseGet(() -> findings.get(0));
    }

    /**
     * Where in the server to look first, according to the finding to show. If only odd packets broke it, the advice of
     * the other findings follows, up to {@value #MOST_ADVICE} texts in total.
     */
    public String lookAt() {
        Finding shown = decisive();
        if (shown.lookAt().isEmpty()) {
            return requirement.lookAt();
        }
        List<String> texts = new ArrayList<>(List.of(shown.lookAt()));
        findings.stream()
                .filter(finding -> finding.broken() && !finding.known())
                .map(Finding::lookAt)
                .filter(text -> texts.size() < MOST_ADVICE && !said(text, texts))
                .forEach(texts::add);
        return String.join(" ", texts);
    }

    private static boolean said(String text, List<String> texts) {
        String left = text;
        for (String one : texts) {
            left = left.replace(one, "");
        }
        return left.isBlank();
    }

    /** Where in the server to look first for one finding: its own advice, or else the requirement's. */
    public String lookAt(Finding finding) {
        return finding.lookAt().isEmpty() ? requirement.lookAt() : finding.lookAt();
    }

    /** The reason; if it is incomplete, with the number of further cases. */
    public String countedReason() {
        long more = findings.stream()
                        .filter(finding -> finding.verdict() == Verdict.INCOMPLETE)
                        .map(Finding::caseId)
                        .distinct()
                        .count()
                - 1;
        return verdict == Verdict.INCOMPLETE && more > 0 ? reason + " (and " + more + " more)" : reason;
    }

    /** Whether it was completely judged: something was seen, and nothing is incomplete. */
    public boolean judgedToTheEnd() {
        return judged > 0 && verdict != Verdict.INCOMPLETE;
    }

    /** Whether it was found broken in a way that the baseline does not know. */
    public boolean brokenUnknown() {
        return findings.stream().anyMatch(finding -> finding.broken() && !finding.known());
    }

    /** Whether it was found broken in a way that the baseline knows. */
    public boolean brokenKnown() {
        return findings.stream().anyMatch(Finding::known);
    }
}
