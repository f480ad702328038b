package org.bitsconformance.rule.session;

import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Flaw;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

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
