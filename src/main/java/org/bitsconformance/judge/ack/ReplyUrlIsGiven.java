package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;

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
        return due ? FieldForms.present(step, ack, BitsHeaders.REPLY_URL) : Judgement.outOfScope();
    }
}
