package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.report.html.HtmlExchanges.HtmlExchange;
import org.bitsconformance.report.text.Times;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.ObservedUpload;
import org.bitsconformance.result.Verdict;

/**
 * A case.
 *
 * @param reason as far as there is room
 * @param duration of all its drives together
 * @param findings those that are not a pass, including those about requirements that it does not exist to exercise
 * @param findingsOmitted how many more findings there are
 * @param drives each time it was driven, and what crossed the wire then
 * @param observed what an observed client met and did; empty if the suite drove the case itself
 */
record HtmlCase(
        CaseResult result,
        String reason,
        String duration,
        List<HtmlFinding> findings,
        int findingsOmitted,
        List<HtmlDrive> drives,
        List<HtmlFact> observed) {

    private static final int MOST_FINDINGS = 20;

    /** A term and what it is. */
    record HtmlFact(String term, String text) {

        static List<HtmlFact> of(CaseResult result) {
            List<HtmlFact> facts = new ArrayList<>();
            ObservedUpload.of(result).ifPresent(upload -> {
                upload.happened().ifPresent(happened -> facts.add(new HtmlFact("happened", happened + ".")));
                upload.text().ifPresent(text -> {
                    facts.add(new HtmlFact("wanted", text.wants()));
                    facts.add(new HtmlFact("right end", text.end().words()));
                });
                facts.add(new HtmlFact("the client", upload.did()));
            });
            return List.copyOf(facts);
        }
    }

    /** A finding, with its texts as far as there is room. */
    record HtmlFinding(Finding finding, String expected, String actual, String message) {

        static HtmlFinding of(Finding finding, PageBudget space) {
            return new HtmlFinding(
                    finding,
                    space.text(finding.expected()),
                    space.text(finding.actual()),
                    space.text(finding.message()));
        }
    }

    /**
     * One drive of a case.
     *
     * @param exchangesOmitted how many more exchanges there are
     */
    record HtmlDrive(Verdict verdict, String reason, List<HtmlExchange> exchanges, int exchangesOmitted) {

        static HtmlDrive of(Drive drive, Detail detail, HtmlExchanges exchanges, PageBudget space) {
            return new HtmlDrive(
                    drive.verdict(),
                    space.text(drive.reason()),
                    exchanges.of(drive, detail),
                    Math.max(0, drive.exchanges().size() + drive.notifications().size() - detail.exchanges));
        }
    }

    static HtmlCase of(CaseResult result, HtmlExchanges exchanges, PageBudget space) {
        List<Finding> telling = result.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .toList();
        Detail detail = telling.stream().anyMatch(Finding::broken) || result.verdict() == Verdict.INCOMPLETE
                ? Detail.FULL
                : Detail.SHORT;
        return new HtmlCase(
                result,
                space.text(result.reason()),
                Times.duration(result.durationMicros()),
                telling.stream()
                        .limit(MOST_FINDINGS)
                        .map(finding -> HtmlFinding.of(finding, space))
                        .toList(),
                Math.max(0, telling.size() - MOST_FINDINGS),
                result.drives().stream()
                        .map(drive -> HtmlDrive.of(drive, detail, exchanges, space))
                        .toList(),
                HtmlFact.of(result));
    }
}
