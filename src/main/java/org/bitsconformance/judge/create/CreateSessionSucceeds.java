package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * A Create-Session with the known GUID is answered 200, or 201 by the Win32 pages. Other rules judge the answer if the
 * list gives a reason to refuse.
 */
public final class CreateSessionSucceeds implements AckRule {

    @Override
    public String requirement() {
        return "create-session.status";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.is(PacketType.CREATE_SESSION) || !step.flaws().isEmpty()) {
            return Judgement.outOfScope();
        }
        return CreationStatus.judge(step, ack, context, false);
    }
}
