package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/** On success neither error header is present, whatever its value. */
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
                .map(code -> FieldForms.wrong(step, ack, code.header(), code.text(), "no " + code.header()))
                .orElseGet(Judgement::held);
    }
}
