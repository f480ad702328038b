package org.bitsconformance.judge.ack;

import java.util.List;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/** The HRESULT of an error is a hexadecimal number, with or without {@code 0x}, {@code x} and leading zeros. */
public final class ErrorCodeIsHexadecimal implements AckRule {

    @Override
    public String requirement() {
        return "error.code.form";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        List<ErrorCode> codes = ErrorCode.all(ack.headers()).stream()
                .filter(code -> !ack.success() && !code.text().isEmpty())
                .toList();
        if (codes.isEmpty()) {
            return Judgement.outOfScope();
        }
        return codes.stream()
                .filter(code -> code.value().isEmpty())
                .findFirst()
                .map(code -> FieldForms.wrong(step, ack, code.header(), code.text(), "a hexadecimal number of 32 bits"))
                .orElseGet(Judgement::held);
    }
}
