package org.bitsconformance.result;

import java.util.List;
import java.util.Map;
import org.bitsconformance.transcript.Exchange;

/**
 * The result of a case.
 *
 * @param selected the case
 * @param verdict the worst of the requirements that it exists to exercise
 * @param reason in a sentence; empty for a pass
 * @param findings everything that rules found in it, including passes and other requirements
 * @param drives each time it was driven: one, or more if it failed and was driven again
 * @param durationMicros from first to last event, added up over all drives
 */
public record CaseResult(
        SelectedCase selected,
        Verdict verdict,
        String reason,
        List<Finding> findings,
        List<Drive> drives,
        long durationMicros) {

    public CaseResult {
        findings = List.copyOf(findings);
        drives = List.copyOf(drives);
    }

    /** Its id. */
    public String id() {
        return selected.id();
    }

    /** The id of its scenario. */
    public String scenario() {
        return selected.scenario();
    }

    /** Names and values, in the order of the scenario's table. */
    public Map<String, String> parameters() {
        return selected.parameters();
    }

    /** The ids of the requirements that it exists to exercise. */
    public List<String> requirements() {
        return selected.requirements();
    }

    /** What crossed the wire in all drives, including clean-up. */
    public List<Exchange> exchanges() {
        return drives.stream().flatMap(drive -> drive.exchanges().stream()).toList();
    }

    /** The findings that decide the verdict: those about exercised requirements with the same verdict. */
    public List<Finding> decisive() {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict && selected.isAbout(finding.requirement()))
                .toList();
    }
}
