package org.bitsconformance.judge.session;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;

/**
 * A fragment larger than the target's declared limit is refused with 500 and BG_E_TOO_LARGE (MC-BUP 2.2.1.2), or with
 * 413 as in HTTP. No document says that it must be refused, so acceptance is only reported.
 */
public final class LargeFragmentIsRefused implements ExchangeRule {

    private static final String EXPECTED = "413, or 500 with " + Hresult.BG_E_TOO_LARGE;

    @Override
    public String requirement() {
        return "refusal.too-large.fragment";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        if (!OverLimitPackets.fragment(step, context)) {
            return Judgement.outOfScope();
        }
        if (step.answer().isEmpty()) {
            return Judgement.observed("A fragment over maxFragment was not answered.");
        }
        Answer answer = step.answer().get();
        if (answer.success()) {
            return Judgement.observed("A fragment over maxFragment was taken.");
        }
        if (FrontEnd.refusesSize(answer)) {
            return Judgement.held();
        }
        return step.ack().map(LargeFragmentIsRefused::judge).orElseGet(() -> OverLimitPackets.byOthers(step));
    }

    private static Judgement judge(Answer ack) {
        return ack.status() == 500 && StatusChecks.says(ack, Hresult.BG_E_TOO_LARGE)
                ? Judgement.held()
                : Judgement.broken(
                                EXPECTED,
                                ack.status() + " with " + StatusChecks.code(ack),
                                "A Fragment over maxFragment was answered " + ack.status() + " with "
                                        + StatusChecks.code(ack) + " where " + EXPECTED + " is expected.")
                        .decidedBy(Judgement.STATUS);
    }
}
