package org.bitsconformance.judge.application;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Notification.Conduct;

/** A rule about one notification. It does not apply to one whose connection was reset before anything was read. */
interface NoticeRule extends CaseRule {

    /** Judges a notification, given its case. */
    Judgement judge(Notice notice, CaseHistory history, Context context);

    @Override
    default List<Located> judge(CaseHistory history, Context context) {
        return history.application().notices().stream()
                .filter(notice -> !notice.by(Conduct.HUNG_UP))
                .map(notice ->
                        new Located(history.caseId(), packetBefore(notice, history), judge(notice, history, context)))
                .filter(located -> !(located.judgement() instanceof Judgement.OutOfScope))
                .toList();
    }

    /** The last packet of the session that had begun when the notification came; empty if there is none. */
    private static String packetBefore(Notice notice, CaseHistory history) {
        return history.session(notice.event().session()).stream()
                .filter(step -> !step.is(PacketType.PING)
                        && step.exchange().timing().startedMicros()
                                <= notice.event().timing().receivedMicros())
                .reduce((first, second) -> second)
                .map(Step::exchange)
                .map(exchange -> exchange.id())
                .orElse("");
    }
}
