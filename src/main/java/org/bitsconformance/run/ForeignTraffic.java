package org.bitsconformance.run;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.capture.Capture;

/** How packets that somebody else's client sent are judged: more mildly, since the record does not show everything. */
final class ForeignTraffic {

    /**
     * Requirements of success. A server may have a reason to refuse that no record shows: an existing file, a right, a
     * limit, a time-out.
     */
    static final Set<String> ASK_FOR_SUCCESS = Set.of(
            "ping.status",
            "create-session.status",
            "fragment.status.next",
            "fragment.status.resumed",
            "close-session.status",
            "cancel-session.status");

    /** Broken only if no server application replies to uploads, which no record shows. */
    private static final String NO_REPLY = "fragment.reply-url.absent";

    private static final Pattern REFUSAL = Pattern.compile("HTTP/\\S+ [45]");

    private ForeignTraffic() {}

    /** How a finding counts in a record with this header; a run of the suite's own packets changes none. */
    static UnaryOperator<Finding> view(RunHeader header) {
        if (!header.foreign()) {
            return UnaryOperator.identity();
        }
        return header.cases().plan().equals(Capture.PLAN)
                ? finding -> excused(shownByCapture(finding))
                : ForeignTraffic::excused;
    }

    private static Finding shownByCapture(Finding finding) {
        return Capture.NOT_SHOWN.contains(finding.requirement())
                ? finding.saying(Judgement.skipped("the capture does not show it"), Verdict.SKIP)
                : finding;
    }

    /** A refusal that may have had a reason is not a failure; nor is a reply that an application may have given. */
    private static Finding excused(Finding finding) {
        if (finding.verdict() == Verdict.FAIL && finding.requirement().equals(NO_REPLY)) {
            return finding.saying(
                    Judgement.observed(
                            finding.message() + " The record does not show whether uploads here have a reply."),
                    Verdict.INFO);
        }
        boolean refused = ASK_FOR_SUCCESS.contains(finding.requirement())
                && REFUSAL.matcher(finding.actual()).lookingAt();
        return finding.verdict() == Verdict.FAIL && refused
                ? finding.saying(
                        Judgement.observed(finding.message() + " The record does not show whether it had a reason."),
                        Verdict.INFO)
                : finding;
    }
}
