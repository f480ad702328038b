package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.PacketType;

/** If nothing fails, an upload is passed once (Win32 preventing-multiple-uploads). */
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
        if (last.before().isEmpty() && isNotifiedAtTheEnd(last, history)) {
            return Judgement.broken(
                    "one notification",
                    "another at the end of the session",
                    "The server application was notified of the upload before the Ack to its last byte, and again when"
                            + " the session ended.");
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

    private static boolean isNotifiedAtTheEnd(LastFragment last, CaseHistory history) {
        int session = last.step().exchange().session();
        return history.session(session).stream()
                .filter(step -> step.is(PacketType.CLOSE_SESSION) || step.is(PacketType.CANCEL_SESSION))
                .map(step -> step.exchange().timing())
                .anyMatch(timing -> history.notices(session).stream()
                        .filter(notice -> !last.notices().contains(notice))
                        .mapToLong(notice -> notice.event().timing().receivedMicros())
                        .anyMatch(at -> timing.startedMicros() <= at && at <= timing.endedMicros()));
    }
}
