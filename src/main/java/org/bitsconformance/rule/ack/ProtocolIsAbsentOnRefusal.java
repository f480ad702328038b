package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** A Create-Session that is refused gets no protocol. */
public final class ProtocolIsAbsentOnRefusal implements AckRule {

    @Override
    public String requirement() {
        return "create-session.protocol.absent";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.status() >= 400
                ? Fields.absent(step, ack, BitsHeaders.PROTOCOL)
                : Judgement.outOfScope();
    }
}
