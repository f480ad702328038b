package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.ack.FieldForms;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

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
                ? FieldForms.oneValue(
                        step,
                        ack,
                        BitsHeaders.HOST_ID,
                        "at most " + LONGEST + " characters",
                        value -> value.length() <= LONGEST)
                : Judgement.outOfScope();
    }
}
