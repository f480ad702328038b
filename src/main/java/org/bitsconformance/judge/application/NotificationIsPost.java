package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.http.Excerpt;

/** A notification is a POST (Win32 notification-protocol-for-server-applications). */
public final class NotificationIsPost implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.method";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        String method = notice.request().method();
        return method.equals("POST")
                ? Judgement.held()
                : Judgement.broken(
                        "POST",
                        Excerpt.of(method),
                        "The notification has the method " + Excerpt.of(method) + " where POST is expected.");
    }
}
