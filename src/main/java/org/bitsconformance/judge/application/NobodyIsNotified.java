package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;

/** If notification is off, the server application is not notified of an upload (MC-BUP 3.2.1.1). */
public final class NobodyIsNotified implements LastFragmentRule {

    @Override
    public String requirement() {
        return "notification.none";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        if (!Declarations.notifiesNobody(context) || !last.taken()) {
            return Judgement.outOfScope();
        }
        int session = last.step().exchange().session();
        return history.notices(session).isEmpty()
                ? Judgement.held()
                : Judgement.broken(
                        "no notification",
                        history.notices(session).size() + " notification(s)",
                        "The target is declared to notify nobody, and the server application was notified of the"
                                + " upload.");
    }
}
