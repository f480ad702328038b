package org.bitsconformance.judge.session;

import java.util.List;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * An HRESULT that says why a place with permission to script or execute takes no upload is BG_E_SERVER_EXECUTE_ENABLED
 * (Win32 bits-return-values). That page demands no refusal and names no status.
 */
public final class ExecutePlaceHasItsCode implements ExchangeRule {

    private static final int EXECUTE_ENABLED = 0x80200023;
    private static final String EXPECTED = "0x80200023 (BG_E_SERVER_EXECUTE_ENABLED)";

    @Override
    public String requirement() {
        return "error.code.execute-enabled";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        if (step.answer().isEmpty()
                || !OverLimitPackets.createAt(
                        step, context.header().target().declared().limits().execute())) {
            return Judgement.outOfScope();
        }
        Answer answer = step.answer().get();
        List<Integer> codes = ErrorCode.all(answer.headers()).stream()
                .flatMap(code -> code.value().stream())
                .toList();
        if (answer.success() || codes.isEmpty()) {
            return Judgement.observed("Create-Session where scripts or programs may run was answered " + answer.status()
                    + (answer.success() ? "." : " without an HRESULT."));
        }
        return codes.contains(EXECUTE_ENABLED)
                ? Judgement.held()
                : Judgement.broken(
                                EXPECTED,
                                StatusChecks.code(answer),
                                "The " + answer.status()
                                        + " answer to Create-Session where scripts or programs may run has "
                                        + StatusChecks.code(answer) + " where " + EXPECTED + " is expected.")
                        .decidedBy(StatusChecks.codeField(answer));
    }
}
