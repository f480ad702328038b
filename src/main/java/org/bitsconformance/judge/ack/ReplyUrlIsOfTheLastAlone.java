package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/** Where uploads have a reply, a fragment after which bytes are missing brings no URL of it. */
public final class ReplyUrlIsOfTheLastAlone implements AckRule {

    @Override
    public String requirement() {
        return "reply-url.others";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        boolean due = context.uploadReply()
                && ack.status() == 200
                && step.validFragment().filter(range -> !range.reachesEnd()).isPresent()
                && step.after().incomplete();
        return due ? FieldForms.absent(step, ack, BitsHeaders.REPLY_URL) : Judgement.outOfScope();
    }
}
