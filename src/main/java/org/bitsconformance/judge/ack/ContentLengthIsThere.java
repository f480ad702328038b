package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/** {@code Content-Length} is there, also for no body. */
public final class ContentLengthIsThere implements AckRule {

    @Override
    public String requirement() {
        return "answer.content-length";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return FieldForms.present(step, ack, BitsHeaders.CONTENT_LENGTH);
    }
}
