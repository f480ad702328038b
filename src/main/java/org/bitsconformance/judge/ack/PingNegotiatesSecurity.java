package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;

/** If the target is declared to ask for credentials, a Ping with the right ones is enough: its last answer is not 401. */
public final class PingNegotiatesSecurity implements ExchangeRule {

    @Override
    public String requirement() {
        return "authentication.ping";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        return step.is(PacketType.PING) ? RightCredentials.judge(step, context) : Judgement.outOfScope();
    }
}
