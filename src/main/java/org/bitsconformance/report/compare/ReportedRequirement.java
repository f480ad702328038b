package org.bitsconformance.report.compare;

import java.util.regex.Pattern;
import org.bitsconformance.result.Verdict;

/**
 * What a {@code report.json} says of a requirement.
 *
 * @param reason why it was skipped or is incomplete, or what was observed; may be empty
 * @param judged how often it was judged
 * @param broken how often it was found broken
 * @param expected of the first finding that says it is broken; empty where there is none
 * @param actual of the same finding; may hold text from the server
 * @param message of the same finding
 * @param caseId of the same finding
 */
public record ReportedRequirement(
        String id,
        String level,
        String statement,
        Verdict verdict,
        String reason,
        int judged,
        int broken,
        String expected,
        String actual,
        String message,
        String caseId) {

    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    /** What the server was seen to do, in the words of the report; empty where nothing is told but the verdict. */
    public String observed() {
        if (broken > 0) {
            return actual.isEmpty() ? message : actual;
        }
        return verdict == Verdict.INFO ? reason : "";
    }

    /** The same for what behaved the same: a session id is another one in each run. */
    String behaviour() {
        return verdict + " " + GUID.matcher(observed()).replaceAll("GUID");
    }

    /** Whether it fails a run. */
    boolean fails() {
        return verdict == Verdict.FAIL || verdict == Verdict.UNSTABLE;
    }

    /** Whether it is worse than in an earlier run: fails and did not, or is incomplete and was judged. */
    boolean worseThan(ReportedRequirement before) {
        return switch (before.verdict()) {
            case FAIL, UNSTABLE -> verdict == Verdict.INCOMPLETE;
            case INCOMPLETE -> false;
            case SKIP -> fails();
            case PASS, INFO, WARN, KNOWN -> fails() || verdict == Verdict.INCOMPLETE;
        };
    }
}
