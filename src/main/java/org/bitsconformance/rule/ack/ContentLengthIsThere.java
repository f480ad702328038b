package org.bitsconformance.rule.ack;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** {@code Content-Length} is there, also for no body. */
public final class ContentLengthIsThere implements AckRule {

    @Override
    public String requirement() {
        return "answer.content-length";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return Fields.present(step, ack, BitsHeaders.CONTENT_LENGTH);
    }
}
