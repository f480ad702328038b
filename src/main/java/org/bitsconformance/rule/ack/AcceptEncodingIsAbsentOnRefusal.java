package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** The encodings to send fragments in are for those who have a session. */
public final class AcceptEncodingIsAbsentOnRefusal implements AckRule {

    @Override
    public String requirement() {
        return "create-session.accept-encoding.absent";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.status() >= 400
                ? Fields.absent(step, ack, BitsHeaders.ACCEPT_ENCODING)
                : Judgement.outOfScope();
    }
}
