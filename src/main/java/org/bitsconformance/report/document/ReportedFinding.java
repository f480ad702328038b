package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;

/**
 * What a rule found.
 *
 * <p>It has nine components because each is a key of a finding in {@code report.json}.
 *
 * @param caseId id of the case; empty for the run as a whole
 * @param exchange id of the deciding exchange; empty if there is none
 * @param expected empty unless something was broken
 * @param actual what was seen; may contain text from the server
 * @param message in a sentence
 * @param field what decided: the name of a header field, {@code status} or {@code body}; missing if none of these
 * @param lookAt where in the server to look first; missing if the requirement's advice is right
 */
public record ReportedFinding(
        Verdict verdict,
        String rule,
        @JsonProperty("case") String caseId,
        String exchange,
        String expected,
        String actual,
        String message,
        Optional<String> field,
        Optional<String> lookAt) {

    public static ReportedFinding of(Finding finding) {
        return new ReportedFinding(
                finding.verdict(),
                finding.rule(),
                finding.caseId(),
                finding.exchange(),
                finding.expected(),
                finding.actual(),
                finding.message(),
                ReportDocument.unlessEmpty(finding.field()),
                ReportDocument.unlessEmpty(finding.lookAt()));
    }

    /** Whether it says that something is not as required, whether known or not; a report of another version may not say. */
    public boolean broken() {
        return verdict != null && verdict.broken();
    }
}
