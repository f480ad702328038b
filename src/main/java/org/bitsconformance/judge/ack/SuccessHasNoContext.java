package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

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
        return FieldForms.absent(step, ack, BitsHeaders.ERROR_CONTEXT);
    }
}
