package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.ContentRange;

/** Where uploads have a reply, the fragment with the last byte brings its URL. */
public final class ReplyUrlIsGiven implements AckRule {

    @Override
    public String requirement() {
        return "reply-url.last";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        boolean due = context.uploadReply()
                && ack.status() == 200
                && step.shownFlaws().isEmpty()
                && step.validFragment().filter(ContentRange::reachesEnd).isPresent()
                && step.before().incomplete()
                && step.after().complete();
        return due ? Fields.present(step, ack, BitsHeaders.REPLY_URL) : Judgement.outOfScope();
    }
}
