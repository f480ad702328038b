package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.http.Answer;

/** The 200 Acks of a session's packets carry its id; Windows is seen to leave it out (MC-BUP 4.1). */
public final class SessionIdIsEchoed implements AckRule {

    @Override
    public String requirement() {
        return "session-id.echoed";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.belongsToSession() || step.reference() != Reference.GIVEN || ack.status() != 200) {
            return Judgement.outOfScope();
        }
        boolean there = ack.headers().has(BitsHeaders.SESSION_ID);
        return !there && context.dialect() == Dialect.WINDOWS
                ? Judgement.observed("The 200 answer to " + step.packet() + " has no " + BitsHeaders.SESSION_ID
                        + ", as in the traffic of Windows in MC-BUP 4.1.")
                : FieldForms.present(step, ack, BitsHeaders.SESSION_ID);
    }
}
