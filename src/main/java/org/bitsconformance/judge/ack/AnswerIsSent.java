package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;

/** An answer comes within the time limit; if none comes, a Ping distinguishes a slip from a dead server. */
public final class AnswerIsSent implements ExchangeRule {

    @Override
    public String requirement() {
        return "answer.sent";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        Ending ending = step.exchange().ending();
        if (step.exchange().judgesNothing()
                || ending == Ending.CUT_OFF
                || ending == Ending.NOT_HTTP
                || endedInRefusal(step)
                || !step.httpRequest()) {
            return Judgement.outOfScope();
        }
        if (step.answer().isPresent()) {
            return Judgement.held();
        }
        if (ending == Ending.NOT_CONNECTED) {
            return Judgement.notJudged("no connection could be established for " + step.packet());
        }
        if (!step.serverAlive()) {
            return Judgement.notJudged(
                    ending == Ending.TOO_LONG ? unread(step) : "the target no longer answers at all");
        }
        long limit = limit(step.exchange(), context.header().target().timeoutMillis());
        String actual = switch (ending) {
            case TIMED_OUT -> "no answer within " + limit + " ms";
            case SENDING_STALLED -> "the request was not taken for " + limit + " ms";
            case RESET -> "the connection was reset";
            case CLOSED -> "the connection was closed";
            case TOO_LONG -> "a header of over " + step.exchange().answer().length() + " bytes";
            default -> "no answer (" + ending + ")";
        };
        return Judgement.broken(
                "an Ack within " + limit + " ms",
                actual,
                "There was no answer to " + step.packet() + ": " + actual
                        + ". A Ping on a new connection was answered right after it.");
    }

    /** A server may end the connection to refuse a request that is larger than it accepts (RFC 2616 10.4.14). */
    private static String unread(Step step) {
        return step.exchange().answer().isEmpty()
                ? "the answer to " + step.packet() + " came where the suite could no longer read answers"
                : "the header of the answer to " + step.packet() + " is longer than the suite reads";
    }

    private static boolean endedInRefusal(Step step) {
        Ending ending = step.exchange().ending();
        return step.exchange().purpose() == Purpose.BEYOND && (ending == Ending.CLOSED || ending == Ending.RESET);
    }

    /** The limit of the run, or the shorter one after others had reached it; in milliseconds. */
    private static long limit(Exchange exchange, long ofTheRun) {
        Exchange.Timing timing = exchange.timing();
        long waited = timing.waitedMicros() / 1_000;
        boolean ranOut = exchange.ending() == Ending.TIMED_OUT || exchange.ending() == Ending.SENDING_STALLED;
        return ranOut && waited < ofTheRun * 9 / 10 ? (waited + 50) / 100 * 100 : ofTheRun;
    }
}
