package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;

/** A notification by reference has no body (MC-BUP 2.2.12.3). */
public final class ByReferenceHasNoBody implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.by-reference.body";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        if (!Declarations.byReference(context)) {
            return Declarations.otherWay(context);
        }
        long length = notice.event().bodyLength();
        return length == 0
                ? Judgement.held()
                : Judgement.broken(
                        "no body",
                        length + " bytes",
                        "The notification by reference has a body of " + length + " bytes.");
    }
}
