package org.bitsconformance.rule.application;

import java.util.Optional;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.CaseHistory;
import org.bitsconformance.rule.history.LastFragment;
import org.bitsconformance.rule.history.Notice;

/** A notification comes when the last byte was sent, and not before (MC-BUP 3.2.5.1.2). */
public final class NotificationComesAtLastByte implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.at-last-byte";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        int session = notice.event().session();
        Optional<LastFragment> last = history.lastFragments().stream()
                .filter(one -> one.step().exchange().session() == session)
                .findFirst();
        boolean early = last.filter(one -> one.step().exchange().timing().startedMicros()
                        <= notice.event().timing().receivedMicros())
                .isEmpty();
        return early
                ? Judgement.broken(
                        "no notification before the last byte",
                        "a notification",
                        "The server application was notified before the last byte of the upload was sent.")
                : Judgement.held();
    }
}
