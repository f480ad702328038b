package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;

/** The server application is notified of an upload whose last byte was accepted (MC-BUP 2.2.12). */
public final class NotificationIsSent implements LastFragmentRule {

    @Override
    public String requirement() {
        return "notification.sent";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        if (!Declarations.notifies(context) || !last.taken() || last.repeatsSuccess()) {
            return Judgement.outOfScope();
        }
        return history.notices(last.step().exchange().session()).isEmpty()
                ? Judgement.broken(
                        "a notification",
                        "none",
                        "The Fragment with the last byte was answered 200, and the server application was not"
                                + " notified.")
                : Judgement.held();
    }
}
