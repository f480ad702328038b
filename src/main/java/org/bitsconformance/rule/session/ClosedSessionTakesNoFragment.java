package org.bitsconformance.rule.session;

import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Flaw;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/** After Close-Session a Fragment is refused. */
public final class ClosedSessionTakesNoFragment implements AckRule {

    @Override
    public String requirement() {
        return "closed-session.fragment";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.FRAGMENT)
                        && step.onlyFlaw(Flaw.SESSION_ENDED)
                        && step.before().closed()
                ? EndedSession.judge(PacketType.CLOSE_SESSION, step, ack, context)
                : Judgement.outOfScope();
    }
}
