package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.ContentRange;

/** A notification comes once the last byte has been sent, and not before (MC-BUP 3.2.5.1.2). */
public final class NotificationComesAtLastByte implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.at-last-byte";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        long received = notice.event().timing().receivedMicros();
        List<Step> session = history.session(notice.event().session());
        boolean early = history.steps().stream()
                .takeWhile(step -> step.exchange().timing().startedMicros() <= received)
                .filter(step -> session.contains(step) || toTheSameUrl(step, session))
                .noneMatch(NotificationComesAtLastByte::mayBringLastByte);
        return early
                ? Judgement.broken(
                        "no notification before the last byte",
                        "a notification",
                        "The server application was notified before the last byte of the upload was sent.")
                : Judgement.held();
    }

    private static boolean toTheSameUrl(Step step, List<Step> session) {
        return session.stream()
                .anyMatch(one -> one.request().resource().equals(step.request().resource()));
    }

    /** Also true of a packet in an odd form, which a server may accept but need not. */
    private static boolean mayBringLastByte(Step step) {
        Optional<ContentRange> range = step.request().contentRange();
        return step.request()
                        .packetType()
                        .filter(type -> type != PacketType.FRAGMENT)
                        .isEmpty()
                && range.filter(one -> one.last() + 1 < one.total()).isEmpty();
    }
}
