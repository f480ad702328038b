package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** The Ack to a successful Create-Session names the protocol. */
public final class ProtocolIsNamed implements AckRule {

    @Override
    public String requirement() {
        return "create-session.protocol";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.success()
                ? Fields.present(step, ack, BitsHeaders.PROTOCOL)
                : Judgement.outOfScope();
    }
}
