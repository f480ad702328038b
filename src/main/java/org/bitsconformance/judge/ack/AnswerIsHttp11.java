package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/** The status line says HTTP/1.1. */
public final class AnswerIsHttp11 implements AckRule {

    @Override
    public String requirement() {
        return "answer.http-version";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return ack.version().equals("HTTP/1.1")
                ? Judgement.held()
                : Judgement.broken(
                        "HTTP/1.1", ack.version(), "The answer to " + step.packet() + " says " + ack.version() + ".");
    }
}
