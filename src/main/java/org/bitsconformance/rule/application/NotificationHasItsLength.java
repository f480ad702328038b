package org.bitsconformance.rule.application;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.CaseHistory;
import org.bitsconformance.rule.history.Notice;
import org.bitsconformance.transcript.Excerpt;

/** Content-Length of a notification is the number of bytes of its body (MC-BUP 2.2.12.1). */
public final class NotificationHasItsLength implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.content-length";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        if (notice.request().headers().has("Via")) {
            return Judgement.skipped("the notification came through a proxy, which may have changed its form");
        }
        Optional<String> length = notice.request().headers().first(BitsHeaders.CONTENT_LENGTH);
        String bytes = String.valueOf(notice.event().bodyLength());
        boolean right = length.filter(
                        value -> value.replaceFirst("^0+(?=\\d)", "").equals(bytes))
                .isPresent();
        if (right && notice.event().whole()) {
            return Judgement.held();
        }
        String actual = length.map(value -> BitsHeaders.CONTENT_LENGTH + ": " + Excerpt.of(value))
                .orElse("no " + BitsHeaders.CONTENT_LENGTH);
        return Judgement.broken(
                BitsHeaders.CONTENT_LENGTH + ": " + bytes,
                actual,
                "The notification has " + actual + " and a body of " + bytes + " bytes.");
    }
}
