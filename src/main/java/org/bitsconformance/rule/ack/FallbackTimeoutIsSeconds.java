package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** The time to fall back is a number of seconds. */
public final class FallbackTimeoutIsSeconds implements AckRule {

    @Override
    public String requirement() {
        return "create-session.fallback-timeout.form";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        String name = BitsHeaders.HOST_ID_FALLBACK_TIMEOUT;
        return step.is(PacketType.CREATE_SESSION) && ack.headers().has(name)
                ? Fields.oneValue(step, ack, name, "a decimal number of seconds", value -> value.matches("\\d+"))
                : Judgement.outOfScope();
    }
}
