package org.bitsconformance.judge.application;

import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.Dialect;

/**
 * If a last fragment is sent again after its notification failed, there is another notification (Win32
 * handling-server-application-errors). MC-BUP 3.2.5.1.2 leaves open whether a failed notification counts as done, so
 * only the Win32 pages demand this. After 403 another rule applies.
 */
public final class FailedNotificationIsRepeated implements LastFragmentRule {

    private static final int FORBIDDEN = 403;

    /** A server may refuse bytes that it already has (MC-BUP 3.2.5.2.6). */
    private static final int OUT_OF_SYNC = 416;

    @Override
    public String requirement() {
        return "notification.again";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        Optional<Notice> failed = last.failedBefore();
        if (failed.isEmpty()
                || failed.get().error().filter(status -> status == FORBIDDEN).isPresent()
                || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        if (!last.notices().isEmpty()) {
            return Judgement.held();
        }
        long begin = last.step().exchange().timing().startedMicros();
        boolean byItself = history.notices(last.step().exchange().session()).stream()
                .anyMatch(
                        notice -> notice.succeeded() && notice.event().timing().receivedMicros() <= begin);
        if (byItself) {
            return Judgement.outOfScope();
        }
        String what = "The last fragment was sent again after its notification had failed. It was answered "
                + last.ack().get().status() + ", and the server application was not notified again.";
        return context.dialect() == Dialect.WIN32 && last.ack().get().status() != OUT_OF_SYNC
                ? Judgement.broken("another notification", "none", what)
                : Judgement.observed(what);
    }
}
