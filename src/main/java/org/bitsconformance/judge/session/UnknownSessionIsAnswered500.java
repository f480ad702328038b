package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A packet with a session id that the server never gave is answered 500. It is open for ids that differ from a given
 * one only in case, braces or spaces, and for a session at a URL that is not its own: no document says how to compare
 * ids, or ties sessions to URLs.
 */
public final class UnknownSessionIsAnswered500 implements AckRule {

    @Override
    public String requirement() {
        return "unknown-session.status";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (step.namesUnknownSession()) {
            return StatusChecks.status(500, step, ack);
        }
        if (!step.belongsToSession()) {
            return Judgement.outOfScope();
        }
        if (step.onlyFlaw(Flaw.SESSION_RESPELT)) {
            return Judgement.observed(step.packet() + " whose session id is not spelt as the server gave it ("
                    + Excerpt.of(step.request().sessionId().orElse("")) + ") was answered " + ack.status() + ".");
        }
        return step.onlyFlaw(Flaw.SESSION_ELSEWHERE)
                ? Judgement.observed(step.packet() + " to another URL than its session was created for was answered "
                        + ack.status() + ".")
                : Judgement.outOfScope();
    }
}
