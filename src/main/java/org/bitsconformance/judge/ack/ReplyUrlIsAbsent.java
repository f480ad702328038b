package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** A simple upload has no reply. */
public final class ReplyUrlIsAbsent implements AckRule {

    @Override
    public String requirement() {
        return "fragment.reply-url.absent";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.is(PacketType.FRAGMENT)) {
            return Judgement.outOfScope();
        }
        if (context.uploadReply()) {
            return Judgement.skipped("the target answers uploads with a reply");
        }
        return FieldForms.absent(step, ack, BitsHeaders.REPLY_URL);
    }
}
