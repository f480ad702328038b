package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.ack.FieldForms;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** A Create-Session that is refused gets no protocol. */
public final class ProtocolIsAbsentOnRefusal implements AckRule {

    @Override
    public String requirement() {
        return "create-session.protocol.absent";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.status() >= 400
                ? FieldForms.absent(step, ack, BitsHeaders.PROTOCOL)
                : Judgement.outOfScope();
    }
}
