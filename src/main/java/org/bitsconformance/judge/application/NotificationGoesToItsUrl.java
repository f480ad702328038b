package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.http.Excerpt;

/** The notification goes to the URL that the target declares (MC-BUP 3.3.5.2.2); its query may be longer. */
public final class NotificationGoesToItsUrl implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.url";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        String declared = context.header()
                .target()
                .declared()
                .notification()
                .map(DeclaredNotification::url)
                .orElse("");
        String path = path(declared);
        String seen = notice.request().resource();
        return path.isEmpty() || Resources.same(path(seen), path)
                ? Judgement.held()
                : Judgement.broken(
                        "a request for " + path,
                        Excerpt.of(seen),
                        "The notification asked for " + Excerpt.of(seen) + " where " + path + " is expected.");
    }

    private static String path(String url) {
        return Resources.of(url).replaceFirst("[?#].*$", "");
    }
}
