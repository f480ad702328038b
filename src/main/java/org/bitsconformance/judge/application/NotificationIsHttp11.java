package org.bitsconformance.judge.application;

import java.util.regex.Pattern;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.http.Excerpt;

/** A notification says HTTP/1.1 in its request line (MC-BUP 2.2.1, RFC 2616 3.1, where case and leading zeros do not count). */
public final class NotificationIsHttp11 implements NoticeRule {

    private static final String EXPECTED = "HTTP/1.1";
    private static final Pattern VERSION = Pattern.compile("(?i)HTTP/0*1\\.0*1");

    @Override
    public String requirement() {
        return "notification.http-version";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        String version = notice.request().version();
        if (VERSION.matcher(version).matches()) {
            return Judgement.held();
        }
        String actual = version.isEmpty() ? "no version" : Excerpt.of(version);
        return Declarations.ofTarget(
                notice,
                context,
                EXPECTED,
                actual,
                "The request line of the notification has " + actual + " where " + EXPECTED + " is expected.");
    }
}
