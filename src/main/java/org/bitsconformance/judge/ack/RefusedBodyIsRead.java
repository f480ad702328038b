package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The body of a packet, refused or not, does not stay on a connection that the server keeps, to be read as the next
 * request: Content-Length says where it ends (MC-BUP 2.2; RFC 2616 4.4). The server may also end the connection.
 */
public final class RefusedBodyIsRead implements AckRule {

    @Override
    public String requirement() {
        return "answer.body-read";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.refusedBody().seen()) {
            return Judgement.outOfScope();
        }
        return step.refusedBody()
                .stray()
                .map(stray -> broken(step, ack, Excerpt.of(stray)))
                .orElseGet(Judgement::held);
    }

    private static Judgement broken(Step step, Answer ack, String stray) {
        return Judgement.broken(
                "the body read, or the connection closed",
                stray,
                "The body (" + step.request().bodyLength() + " bytes) of the " + step.packet() + " that was answered "
                        + ack.status() + " was left unread on the connection and read as the next request, which was"
                        + " answered by: " + stray);
    }
}
