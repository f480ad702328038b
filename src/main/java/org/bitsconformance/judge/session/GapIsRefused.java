package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

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
                .map(range -> StatusChecks.status(416, step, ack))
                .orElseGet(Judgement::outOfScope);
    }
}
