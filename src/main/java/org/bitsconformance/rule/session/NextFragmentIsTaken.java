package org.bitsconformance.rule.session;

import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Answers;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** A fragment that begins where the last one ended is answered 200. */
public final class NextFragmentIsTaken implements AckRule {

    @Override
    public String requirement() {
        return "fragment.status.next";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.validFragment()
                .filter(step.before()::expects)
                .map(range -> Answers.isOfApplication(step, ack)
                        ? Answers.ofApplication(step, ack)
                        : Answers.status(200, step, ack))
                .orElseGet(Judgement::outOfScope);
    }
}
