package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Answers;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.rule.history.Step.Reference;
import org.bitsconformance.transcript.Answer;

/** A Ping without a session id is answered 200. */
public final class PingIsAnswered200 implements AckRule {

    @Override
    public String requirement() {
        return "ping.status";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.PING) && step.wellFormed() && step.reference() == Reference.NONE
                ? Answers.status(200, step, ack)
                : Judgement.outOfScope();
    }
}
