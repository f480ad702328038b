package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.ack.FieldForms;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** The Ack to a successful Create-Session names the session. */
public final class SessionIsNamed implements AckRule {

    @Override
    public String requirement() {
        return "create-session.session-id";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.success()
                ? FieldForms.present(step, ack, BitsHeaders.SESSION_ID)
                : Judgement.outOfScope();
    }
}
