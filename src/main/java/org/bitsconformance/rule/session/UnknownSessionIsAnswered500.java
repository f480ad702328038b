package org.bitsconformance.rule.session;

import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Answers;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** A packet with a session id that the server never gave is answered 500. */
public final class UnknownSessionIsAnswered500 implements AckRule {

    @Override
    public String requirement() {
        return "unknown-session.status";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.namesUnknownSession() ? Answers.status(500, step, ack) : Judgement.outOfScope();
    }
}
