package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** A session whose notification failed is still there (MC-BUP 3.2.5.1.3). */
public final class FailedSessionStays implements LastFragmentRule {

    private static final int NOT_FOUND = 404;

    @Override
    public String requirement() {
        return "notification.session-stays";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        if (last.failedBefore().isEmpty() || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        Answer ack = last.ack().get();
        boolean ofApplication = last.notices().stream()
                .flatMap(notice -> notice.error().stream())
                .anyMatch(status -> status == ack.status());
        boolean gone = StatusChecks.says(ack, Hresult.BG_E_SESSION_NOT_FOUND) || ack.status() == NOT_FOUND;
        return gone && !ofApplication && !repeatsItsError(last, ack)
                ? Judgement.broken(
                                "a session that is open",
                                Excerpt.of(ack.statusLine()) + ", " + StatusChecks.code(ack),
                                "The last fragment was sent again after its notification had failed, and was answered "
                                        + ack.status() + " with " + StatusChecks.code(ack)
                                        + ", as if there were no session.")
                        .decidedBy(Judgement.STATUS)
                : Judgement.held();
    }

    /** Whether the answer is the same error as before, without another notification. */
    private static boolean repeatsItsError(LastFragment last, Answer ack) {
        return !StatusChecks.says(ack, Hresult.BG_E_SESSION_NOT_FOUND)
                && last.failedBefore()
                        .flatMap(notice -> notice.error())
                        .filter(status -> status == ack.status())
                        .isPresent();
    }
}
