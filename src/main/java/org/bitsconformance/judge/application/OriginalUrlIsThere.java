package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The notification says which URL the client uploaded to (MC-BUP 2.2.12.2). The host may be that of a front end or of the
 * server behind it, and the path may be written with other escapes.
 */
public final class OriginalUrlIsThere implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.original-url";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        String name = BitsHeaders.ORIGINAL_REQUEST_URL;
        List<String> values = notice.request().headers().all(name);
        if (values.isEmpty() || values.get(0).isEmpty()) {
            return Judgement.broken(name, "no " + name, "The notification has no " + name + ".");
        }
        Optional<String> uploaded = history.session(notice.event().session()).stream()
                .findFirst()
                .map(Step::request)
                .map(request -> request.resource());
        String value = values.get(0);
        if (uploaded.isEmpty() || Resources.same(uploaded.get(), Resources.of(value))) {
            return Judgement.held();
        }
        if (Resources.sameFile(uploaded.get(), Resources.of(value))) {
            return Judgement.observed(
                    "The notification has " + name + ": " + Excerpt.of(value) + ", and the upload went to "
                            + uploaded.get() + ": another folder or query, as a front end may make it.");
        }
        return Judgement.broken(
                name + " with " + uploaded.get(),
                name + ": " + Excerpt.of(value),
                "The notification has " + name + ": " + Excerpt.of(value) + ", and the upload went to " + uploaded.get()
                        + ".");
    }
}
