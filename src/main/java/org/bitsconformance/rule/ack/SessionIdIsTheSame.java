package org.bitsconformance.rule.ack;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.rule.history.Step.Reference;
import org.bitsconformance.transcript.Answer;

/**
 * A session id in an Ack is that of the request; hexadecimal digits have no case. The Ack to Create-Session gives a new
 * one, whatever the request has. Where the request's own is not spelt as the server gave it, or is
 * there several times, this is open.
 */
public final class SessionIdIsTheSame implements AckRule {

    @Override
    public String requirement() {
        return "session-id.same";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        Optional<String> asked = step.request().sessionId();
        String name = BitsHeaders.SESSION_ID;
        if (asked.isEmpty()
                || step.reference() == Reference.RESPELT
                || step.is(PacketType.CREATE_SESSION)
                || ack.headers().first(name).filter(value -> !value.isEmpty()).isEmpty()) {
            return Judgement.outOfScope();
        }
        return Fields.oneValue(step, ack, name, asked.get(), asked.get()::equalsIgnoreCase);
    }
}
