package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** After Close-Session another one, or a Cancel-Session, is refused. */
public final class ClosedSessionTakesNoEnd implements AckRule {

    @Override
    public String requirement() {
        return "closed-session.end";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return (step.is(PacketType.CLOSE_SESSION) || step.is(PacketType.CANCEL_SESSION))
                        && step.onlyFlaw(Flaw.SESSION_ENDED)
                        && step.before().closed()
                ? EndedSession.judge(PacketType.CLOSE_SESSION, step, ack, context)
                : Judgement.outOfScope();
    }
}
