package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** A Ping without a session id is answered 200. */
public final class PingIsAnswered200 implements AckRule {

    @Override
    public String requirement() {
        return "ping.status";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.PING) && step.wellFormed() && step.reference() == Reference.NONE
                ? StatusChecks.status(200, step, ack)
                : Judgement.outOfScope();
    }
}
