package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.http.Answer;

/**
 * An error has a context. It is open with only {@code BITS-Error-Code}, since MC-BUP ties the context to
 * {@code BITS-Error}, and with 416.
 */
public final class ErrorHasContext implements AckRule {

    @Override
    public String requirement() {
        return "error.context";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (ack.status() == 416 && !step.flaws().isEmpty()) {
            return Judgement.skipped(
                    step.packet() + " was answered 416, with which the documents leave a context open");
        }
        if (ack.status() < 400 || ack.status() == 416) {
            return Judgement.outOfScope();
        }
        Judgement judgement = FieldForms.present(step, ack, BitsHeaders.ERROR_CONTEXT);
        if (!(judgement instanceof Judgement.Broken)) {
            return judgement;
        }
        boolean byMcBupName = ack.headers().has(BitsHeaders.ERROR);
        boolean byWin32Name = ack.headers().has(BitsHeaders.ERROR_CODE);
        if (byWin32Name && !byMcBupName) {
            return Judgement.observed("The " + ack.status() + " answer to " + step.packet() + " has "
                    + BitsHeaders.ERROR_CODE + " without " + BitsHeaders.ERROR_CONTEXT + ".");
        }
        boolean excused = context.dialect() == Dialect.WINDOWS && !byMcBupName && ack.status() != 500;
        return excused
                ? Judgement.observed("The " + ack.status() + " answer to " + step.packet() + " leaves "
                        + BitsHeaders.ERROR_CONTEXT + " out together with the HRESULT (MC-BUP note 4).")
                : judgement;
    }
}
