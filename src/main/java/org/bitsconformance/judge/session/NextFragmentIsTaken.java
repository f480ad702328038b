package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

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
                .map(range -> StatusChecks.isOfApplication(step, ack)
                        ? StatusChecks.ofApplication(step, ack)
                        : StatusChecks.status(200, step, ack))
                .orElseGet(Judgement::outOfScope);
    }
}
