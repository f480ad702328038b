package org.bitsconformance.rule.application;

import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.CaseHistory;
import org.bitsconformance.rule.history.LastFragment;
import org.bitsconformance.rule.history.Notice;

/** As long as nothing fails, an upload is handed over once (Win32 preventing-multiple-uploads). */
public final class NotificationIsSentOnce implements LastFragmentRule {

    @Override
    public String requirement() {
        return "notification.first-try";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        if (!last.taken()
                || last.notices().isEmpty()
                || !last.notices().stream().allMatch(Notice::succeeded)) {
            return Judgement.outOfScope();
        }
        int count = last.notices().size();
        return count == 1
                ? Judgement.held()
                : Judgement.broken(
                        "one notification",
                        count + " notifications",
                        "The server application was notified of the upload " + count
                                + " times before the Ack to its last byte, though it answered the first time.");
    }
}
