package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.ExchangeRule;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;

/** Where the target is declared to ask for credentials, a Ping with right ones is enough: it is not answered 401 for good. */
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
