package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** An Ack has no body, by MC-BUP; the Win32 pages mention the bytes in the body and so allow one. */
public final class AckHasNoBody implements AckRule {

    @Override
    public String requirement() {
        return "answer.body";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (ack.body().isEmpty()) {
            return Judgement.held();
        }
        String what = "The " + ack.status() + " answer to " + step.packet() + " has a body of "
                + ack.body().length() + " bytes: " + Excerpt.of(ack.body());
        return context.dialect().admits(Document.WIN32)
                ? Judgement.observed(what)
                : Judgement.broken("no body", ack.body().length() + " bytes", what)
                        .decidedBy(Judgement.BODY);
    }
}
