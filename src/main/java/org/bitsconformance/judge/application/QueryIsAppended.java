package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Excerpt;

/** The query of the upload's URL is appended to the notification URL (Win32 bits-iis-extension-properties). */
public final class QueryIsAppended implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.url.query";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        String query = history.session(notice.event().session()).stream()
                .findFirst()
                .map(Step::request)
                .map(request -> Resources.query(request.resource()))
                .orElse("");
        if (query.isEmpty()) {
            return Judgement.outOfScope();
        }
        String seen = Resources.query(notice.request().resource());
        return Resources.plain(seen).endsWith(Resources.plain(query))
                ? Judgement.held()
                : Judgement.broken(
                        "a query that ends in " + query,
                        seen.isEmpty() ? "no query" : Excerpt.of(seen),
                        "The notification asked for "
                                + Excerpt.of(notice.request().resource()) + ", without the query of the upload's URL, "
                                + query + ".");
    }
}
