package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.transcript.http.Answer;

/**
 * An error has an HRESULT, in the header that the dialect's document names. With 416 it is open: MC-BUP gives HRESULT 0
 * there.
 */
public final class ErrorHasCode implements AckRule {

    @Override
    public String requirement() {
        return "error.code";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (ack.status() == 416 && !step.flaws().isEmpty()) {
            return Judgement.skipped(
                    step.packet() + " was answered 416, with which the documents leave an HRESULT open");
        }
        if (ack.status() < 400 || ack.status() == 416) {
            return Judgement.outOfScope();
        }
        boolean asMcBup = has(ack, BitsHeaders.ERROR);
        boolean asWin32 = has(ack, BitsHeaders.ERROR_CODE);
        if (asMcBup && asWin32) {
            return Judgement.held();
        }
        if (asMcBup && context.dialect().admits(Document.MC_BUP)) {
            return Judgement.held();
        }
        if (asWin32 && context.dialect().admits(Document.WIN32)) {
            return Judgement.held();
        }
        if (context.dialect() == Dialect.WINDOWS && ack.status() != 500) {
            return Judgement.observed("The " + ack.status() + " answer to " + step.packet()
                    + " leaves the HRESULT out, as Windows does where the status says it all (MC-BUP note 4).");
        }
        String expected = context.dialect()
                .decidingDocument()
                .map(document -> document == Document.WIN32 ? BitsHeaders.ERROR_CODE : BitsHeaders.ERROR)
                .orElse(BitsHeaders.ERROR + " or " + BitsHeaders.ERROR_CODE);
        return FieldForms.missing(step, ack, expected, expected).decidedBy(StatusChecks.codeField(ack));
    }

    private static boolean has(Answer ack, String name) {
        return ack.headers().first(name).filter(value -> !value.isEmpty()).isPresent();
    }
}
