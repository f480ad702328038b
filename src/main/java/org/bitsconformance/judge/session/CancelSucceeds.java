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
 * A Cancel-Session of an open session is answered 200. After the last byte the documents leave its answer open (MC-BUP
 * 3.2.5.1.4 against 3.2.5.2.8; Win32 cancel-session).
 */
public final class CancelSucceeds implements AckRule {

    @Override
    public String requirement() {
        return "cancel-session.status";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        boolean due = step.is(PacketType.CANCEL_SESSION)
                && step.wellFormed()
                && step.reference() == Reference.GIVEN
                && step.before().open();
        if (!due) {
            return Judgement.outOfScope();
        }
        return ack.status() == 200 || step.before().incomplete()
                ? StatusChecks.status(200, step, ack)
                : Judgement.observed("Cancel-Session after the last byte was answered " + ack.status() + ".");
    }
}
