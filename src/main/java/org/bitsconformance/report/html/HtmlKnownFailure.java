package org.bitsconformance.report.html;

import java.util.Optional;
import org.bitsconformance.report.document.KnownFailureReport;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.KnownFailureResult;

/**
 * An entry of the baseline and its fate.
 *
 * @param subject what it is about
 * @param why it was not judged; empty for other fates
 * @param message of the finding that shows it; empty for other fates
 * @param actual of the same finding
 */
record HtmlKnownFailure(KnownFailureReport entry, String subject, String why, String message, String actual) {

    private static final int LONGEST = 300;

    static HtmlKnownFailure of(KnownFailureReport entry, KnownFailureResult result) {
        Optional<Finding> first = result.findings().stream().findFirst();
        return new HtmlKnownFailure(
                entry,
                result.entry().subject(),
                Printable.cut(result.why(), LONGEST),
                Printable.cut(first.map(Finding::message).orElse(""), LONGEST),
                Printable.cut(first.map(Finding::actual).orElse(""), LONGEST));
    }
}
