package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.protocol.Dialect;

/**
 * A last fragment that is sent again after its notification is done leads to no other (MC-BUP 3.2.5.1.2). By the Win32
 * pages (preventing-multiple-uploads) it may, where the Ack had been lost, which a server cannot know.
 */
public final class DoneNotificationIsNotRepeated implements LastFragmentRule {

    @Override
    public String requirement() {
        return "notification.once";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        boolean done = last.repeatsSuccess()
                && last.before().stream().flatMap(one -> one.notices().stream()).anyMatch(notice -> notice.succeeded());
        if (!done || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        if (last.notices().isEmpty()) {
            return Judgement.held();
        }
        String what =
                "The server application was notified again when the last fragment was sent again after it had been"
                        + " answered 200.";
        return context.dialect() == Dialect.MC_BUP
                ? Judgement.broken("no other notification", "another notification", what)
                : Judgement.observed(what);
    }
}
