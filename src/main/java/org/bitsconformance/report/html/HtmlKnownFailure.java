package org.bitsconformance.report.html;

import java.util.List;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.KnownFailure;
import org.bitsconformance.result.KnownFailureResult;

/**
 * An entry of the baseline and its fate.
 *
 * @param tone the verdict whose colour the fate has
 * @param why it was not judged; empty for other fates
 * @param times how often it was seen
 * @param first the finding that shows it; none for other fates
 */
record HtmlKnownFailure(
        String subject,
        String place,
        String reason,
        String link,
        String expires,
        String fate,
        String tone,
        String why,
        int times,
        List<First> first) {

    private static final int LONGEST = 300;

    record First(String requirement, String caseId, String exchange, String message, String actual) {

        static First of(Finding finding) {
            return new First(
                    finding.requirement(),
                    finding.caseId(),
                    finding.exchange(),
                    Printable.cut(finding.message(), LONGEST),
                    Printable.cut(finding.actual(), LONGEST));
        }
    }

    static HtmlKnownFailure of(KnownFailureResult result) {
        KnownFailure entry = result.entry();
        return new HtmlKnownFailure(
                entry.subject(),
                entry.place(),
                entry.reason(),
                entry.link().orElse(""),
                entry.expires().map(Object::toString).orElse(""),
                result.fate().word(),
                tone(result),
                Printable.cut(result.why(), LONGEST),
                result.findings().size(),
                result.findings().stream().limit(1).map(First::of).toList());
    }

    private static String tone(KnownFailureResult result) {
        return switch (result.fate()) {
            case SEEN -> "known";
            case STALE -> "fail";
            case NOT_JUDGED -> "incomplete";
            case NOT_SELECTED -> "skip";
        };
    }
}
