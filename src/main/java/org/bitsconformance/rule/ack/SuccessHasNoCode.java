package org.bitsconformance.rule.ack;

import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.ErrorCode;

/** Neither error header is there when all is well, whatever its value. */
public final class SuccessHasNoCode implements AckRule {

    @Override
    public String requirement() {
        return "error.code.absent";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!ack.success()) {
            return Judgement.outOfScope();
        }
        return ErrorCode.of(ack.headers())
                .map(code -> Fields.wrong(step, ack, code.header(), code.text(), "no " + code.header()))
                .orElseGet(Judgement::held);
    }
}
