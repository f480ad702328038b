package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.protocol.Dialect;

/**
 * A server application that answered 403 is not notified of the upload again (Win32 handling-server-application-errors).
 * MC-BUP 3.2.5.1.2 makes no such difference, so that only the Win32 pages alone forbid it.
 */
public final class ForbiddenNotificationIsNotRepeated implements LastFragmentRule {

    private static final int FORBIDDEN = 403;

    @Override
    public String requirement() {
        return "notification.again.403";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        boolean forbidden = last.failedBefore()
                .flatMap(notice -> notice.error())
                .filter(status -> status == FORBIDDEN)
                .isPresent();
        if (!forbidden || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        if (last.notices().isEmpty()) {
            return Judgement.held();
        }
        String what =
                "The server application answered 403, and was notified again when the last fragment was sent again.";
        return context.dialect() == Dialect.WIN32
                ? Judgement.broken("no other notification", "another notification", what)
                : Judgement.observed(what);
    }
}
