package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/**
 * A list with the known GUID and something malformed may be refused with 400 (MC-BUP 3.2.5.2.3) or not (3.2.5.2.4).
 * {@link CreateSessionSucceeds} judges whether success is 200 or 201.
 */
public final class MixedListIsAnswered implements AckRule {

    @Override
    public String requirement() {
        return "create-session.protocols.mixed";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.onlyFlaw(Flaw.PROTOCOLS_MIXED)) {
            return Judgement.outOfScope();
        }
        return ack.success() ? Judgement.held() : CreationStatus.judge(step, ack, context, true);
    }
}
