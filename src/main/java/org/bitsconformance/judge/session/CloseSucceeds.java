package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * A Close-Session of an upload whose bytes have all arrived is answered 200. If it is sent again because the answer was
 * lost, it may be refused: the first one may have ended the session.
 */
public final class CloseSucceeds implements AckRule {

    @Override
    public String requirement() {
        return "close-session.status";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        boolean due = step.is(PacketType.CLOSE_SESSION)
                && step.wellFormed()
                && step.reference() == Reference.GIVEN
                && step.before().completeIfOpen();
        boolean refusedForItsEnd = !step.before().complete() && ack.status() != 200;
        return due && !refusedForItsEnd ? StatusChecks.status(200, step, ack) : Judgement.outOfScope();
    }
}
