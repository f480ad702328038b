package org.bitsconformance.result;

import java.util.List;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.requirement.Requirement;

/**
 * What came of a requirement.
 *
 * @param requirement the entry of the catalogue
 * @param level how strongly the dialect puts it
 * @param verdict the worst of its findings
 * @param reason why it was skipped or is incomplete, what was observed, or why its failures are put up with; empty
 *     otherwise
 * @param judged how often it was judged
 * @param broken how often it was found broken, known failures included
 * @param findings those that are not a pass, worst first
 */
public record RequirementResult(
        Requirement requirement,
        Level level,
        Verdict verdict,
        String reason,
        int judged,
        int broken,
        List<Finding> findings) {

    /** The finding to show first; only where something was broken. */
    public Finding decisive() {
        return findings.get(0);
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
