package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;

/** The refusal of a packet with a session id that the server never gave carries BG_E_SESSION_NOT_FOUND. */
public final class UnknownSessionHasItsCode implements AckRule {

    @Override
    public String requirement() {
        return "unknown-session.code";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.namesUnknownSession() || ack.success()) {
            return Judgement.outOfScope();
        }
        return StatusChecks.says(ack, Hresult.BG_E_SESSION_NOT_FOUND)
                ? Judgement.held()
                : Judgement.broken(
                        Hresult.BG_E_SESSION_NOT_FOUND.toString(),
                        StatusChecks.code(ack),
                        "The " + ack.status() + " answer to " + step.packet() + " of an unknown session has "
                                + StatusChecks.code(ack) + " where " + Hresult.BG_E_SESSION_NOT_FOUND
                                + " is expected.");
    }
}
