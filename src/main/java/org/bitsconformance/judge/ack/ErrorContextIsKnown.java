package org.bitsconformance.judge.ack;

import java.util.Arrays;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/** The context of an error is one of the two that are defined, as a hexadecimal number. */
public final class ErrorContextIsKnown implements AckRule {

    @Override
    public String requirement() {
        return "error.context.value";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        String name = BitsHeaders.ERROR_CONTEXT;
        if (ack.success()
                || ack.headers().first(name).filter(value -> !value.isEmpty()).isEmpty()) {
            return Judgement.outOfScope();
        }
        return FieldForms.oneValue(step, ack, name, name + ": 0x5 or 0x7", ErrorContextIsKnown::known);
    }

    private static boolean known(String value) {
        return ErrorCode.hexadecimal(value)
                .filter(number -> Arrays.stream(ErrorContext.values()).anyMatch(known -> known.value() == number))
                .isPresent();
    }
}
