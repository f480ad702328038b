package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.transcript.Exchange;

/**
 * The Ack to the last fragment waits for the answer of the server application (MC-BUP 3.2.5.1.3). An interim answer need not
 * wait, and its first byte says nothing about the Ack.
 */
public final class NotificationComesBeforeAck implements LastFragmentRule {

    @Override
    public String requirement() {
        return "notification.before-ack";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        int session = last.step().exchange().session();
        if (!last.taken() || last.repeatsSuccess() || history.notices(session).isEmpty()) {
            return Judgement.outOfScope();
        }
        Exchange.Timing timing = last.step().exchange().timing();
        boolean interim = last.ack().filter(ack -> ack.interim() > 0).isPresent();
        long ack = interim ? timing.endedMicros() : timing.firstByteMicros().orElse(timing.endedMicros());
        boolean before = history.notices(session).stream()
                .anyMatch(notice -> notice.event().timing().answeredMicros() <= ack);
        return before
                ? Judgement.held()
                : Judgement.broken(
                        "an Ack after the answer of the server application",
                        "an Ack before it",
                        "The Fragment with the last byte was answered 200 before the server application had answered.");
    }
}
