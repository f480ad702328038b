package org.bitsconformance.run;

import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;

/**
 * Which cases are driven again, on a fresh session: those in which something that binds was found broken, and those that
 * came to a packet without the answer that they needed. A silence costs the whole time limit, so once some cases were
 * silent twice, others are taken at their word. Where a front end refuses or counts requests, once is enough.
 */
final class Retries {

    /** So many silences are confirmed in a run. */
    private static final int MOST_SILENCES = 2;

    private final int most;
    private int silences;

    /** {@code most} is how often a case is driven again at most. */
    Retries(int most) {
        this.most = most;
    }

    /**
     * Whether to drive a case again.
     *
     * @param drive which drive has ended; the first is 1
     * @param findings of this drive alone
     */
    boolean again(int drive, CaseEnd end, List<Finding> findings, List<Exchange> exchanges) {
        boolean failed = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL)
                || end.ending() == Ending.PREREQUISITE_MISSING;
        boolean silent = failed && exchanges.stream().anyMatch(Retries::silent);
        if (silent && drive > 1) {
            silences++;
        }
        return failed && drive <= most && !(silent && silences >= MOST_SILENCES) && !refusedForGood(end, exchanges);
    }

    /** Whether a case ended at a front end that answers the same again: it refuses, or counts requests. */
    private static boolean refusedForGood(CaseEnd end, List<Exchange> exchanges) {
        return end.ending() == Ending.PREREQUISITE_MISSING
                && exchanges.stream()
                        .filter(exchange -> exchange.purpose().judged() || exchange.purpose() == Purpose.DOWNLOAD)
                        .reduce((first, second) -> second)
                        .flatMap(last -> AnswerParser.parse(last.answer().text(), BitsHeaders.VERB, true))
                        .filter(answer -> FrontEnd.answered(answer) && !FrontEnd.mayPass(answer))
                        .isPresent();
    }

    private static boolean silent(Exchange exchange) {
        return exchange.purpose().judged()
                && (exchange.ending() == Exchange.Ending.TIMED_OUT
                        || exchange.ending() == Exchange.Ending.SENDING_STALLED
                        || exchange.ending() == Exchange.Ending.CUT_OFF);
    }
}
