package org.bitsconformance.result;

import java.util.List;
import java.util.Map;
import org.bitsconformance.transcript.Exchange;

/**
 * What came of a case.
 *
 * @param id of the case
 * @param scenario id of its scenario
 * @param parameters name and value, in the order of the scenario's table
 * @param verdict the worst of the requirements that it exists to exercise
 * @param reason in a sentence; empty for a pass
 * @param requirements ids of the requirements that it exists to exercise
 * @param findings everything that rules found in it, also about other requirements; those that pass too
 * @param drives each time that it was driven: one, or more where it failed and was driven again
 * @param durationMicros from its first event to its last, of all drives together
 */
public record CaseResult(
        String id,
        String scenario,
        Map<String, String> parameters,
        Verdict verdict,
        String reason,
        List<String> requirements,
        List<Finding> findings,
        List<Drive> drives,
        long durationMicros) {

    public CaseResult {
        findings = List.copyOf(findings);
        drives = List.copyOf(drives);
    }

    /** What crossed the wire in all drives, clean-up included. */
    public List<Exchange> exchanges() {
        return drives.stream().flatMap(drive -> drive.exchanges().stream()).toList();
    }

    /** The findings that decide the verdict: those of exercised requirements, as bad as it. */
    public List<Finding> decisive() {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict && requirements.contains(finding.requirement()))
                .toList();
    }
}
