package org.bitsconformance.result;

import java.util.List;
import org.bitsconformance.transcript.capture.Capture;

/**
 * What was not judged, for one reason.
 *
 * @param first the first finding that says so
 * @param more how many other cases have the same reason
 */
public record Incomplete(Finding first, int more) {

    static Incomplete of(List<Finding> findings) {
        long cases = findings.stream().map(Finding::caseId).distinct().count();
        return new Incomplete(findings.get(0), (int) cases - 1);
    }

    /**
     * In a sentence, such as {@code fragment.length was not judged in a-case: why (and 7 more cases)}; for a capture,
     * only the reason.
     */
    public String sentence() {
        if (first.caseId().equals(Capture.CASE)) {
            return first.message();
        }
        String place = first.caseId().isEmpty() ? "" : " in " + first.caseId();
        String others = more == 0 ? "" : " (and " + Counted.of(more, "more case") + ")";
        return first.requirement() + " was not judged" + place + ": " + first.message() + others;
    }
}
