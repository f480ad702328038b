package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

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
