package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** No error context is there when all is well, whatever its value. */
public final class SuccessHasNoContext implements AckRule {

    @Override
    public String requirement() {
        return "error.context.absent";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!ack.success()) {
            return Judgement.outOfScope();
        }
        return Fields.absent(step, ack, BitsHeaders.ERROR_CONTEXT);
    }
}
