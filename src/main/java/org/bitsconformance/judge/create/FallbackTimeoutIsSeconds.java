package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.ack.FieldForms;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

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
                ? FieldForms.oneValue(step, ack, name, "a decimal number of seconds", value -> value.matches("\\d+"))
                : Judgement.outOfScope();
    }
}
