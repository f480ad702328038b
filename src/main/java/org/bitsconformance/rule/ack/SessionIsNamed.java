package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** The Ack to a successful Create-Session names the session. */
public final class SessionIsNamed implements AckRule {

    @Override
    public String requirement() {
        return "create-session.session-id";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.success()
                ? Fields.present(step, ack, BitsHeaders.SESSION_ID)
                : Judgement.outOfScope();
    }
}
