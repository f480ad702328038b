package org.bitsconformance.rule.session;

import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Answers;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** A fragment that leaves a gap before it is answered 416. */
public final class GapIsRefused implements AckRule {

    @Override
    public String requirement() {
        return "fragment.status.gap";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.validFragment()
                .filter(step.before()::expectsBefore)
                .map(range -> Answers.status(416, step, ack))
                .orElseGet(Judgement::outOfScope);
    }
}
