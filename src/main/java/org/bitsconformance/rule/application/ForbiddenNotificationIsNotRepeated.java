package org.bitsconformance.rule.application;

import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.CaseHistory;
import org.bitsconformance.rule.history.LastFragment;

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
