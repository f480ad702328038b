package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

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
        return Fields.absent(step, ack, BitsHeaders.REPLY_URL);
    }
}
