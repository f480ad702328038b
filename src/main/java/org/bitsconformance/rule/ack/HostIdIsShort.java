package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** The host id has at most 300 characters (Win32 bits-iis-extension-properties, BITSHostId). */
public final class HostIdIsShort implements AckRule {

    static final int LONGEST = 300;

    @Override
    public String requirement() {
        return "create-session.host-id.length";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.headers().has(BitsHeaders.HOST_ID)
                ? Fields.oneValue(
                        step,
                        ack,
                        BitsHeaders.HOST_ID,
                        "at most " + LONGEST + " characters",
                        value -> value.length() <= LONGEST)
                : Judgement.outOfScope();
    }
}
