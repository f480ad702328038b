package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/**
 * The context is present only with an HRESULT (MC-BUP 2.2.1.2). It is open next to {@code BITS-Error-Code}, the name on
 * the Win32 pages, and with 416, where error headers are open.
 */
public final class ContextGoesWithCode implements AckRule {

    @Override
    public String requirement() {
        return "error.context.with-code";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (ack.success() || !ack.headers().has(BitsHeaders.ERROR_CONTEXT)) {
            return Judgement.outOfScope();
        }
        if (ack.headers().has(BitsHeaders.ERROR)) {
            return Judgement.held();
        }
        boolean byWin32Name = ack.headers().has(BitsHeaders.ERROR_CODE);
        String what = "The " + ack.status() + " answer to " + step.packet() + " has " + BitsHeaders.ERROR_CONTEXT
                + " without " + BitsHeaders.ERROR;
        return byWin32Name || ack.status() == 416
                ? Judgement.observed(what + (byWin32Name ? ", next to " + BitsHeaders.ERROR_CODE + "." : "."))
                : Judgement.broken(
                                BitsHeaders.ERROR_CONTEXT + " only with an HRESULT",
                                "no HRESULT",
                                what + ", or any HRESULT.")
                        .decidedBy(BitsHeaders.ERROR_CONTEXT);
    }
}
