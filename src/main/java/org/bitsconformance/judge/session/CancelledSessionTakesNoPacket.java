package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * After a Cancel-Session before the last byte every packet of the session is refused. After the last byte the documents
 * leave open what a Cancel-Session does (MC-BUP 3.2.5.1.4 against 3.2.5.2.8; Win32 cancel-session).
 */
public final class CancelledSessionTakesNoPacket implements AckRule {

    @Override
    public String requirement() {
        return "cancelled-session.packet";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.belongsToSession()
                        && step.onlyFlaw(Flaw.SESSION_ENDED)
                        && step.before().cancelledEarly()
                ? EndedSession.judge(PacketType.CANCEL_SESSION, step, ack, context)
                : Judgement.outOfScope();
    }
}
