package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Excerpt;

/** Content-Length of a notification is the number of bytes in its body (MC-BUP 2.2.12.1). */
public final class NotificationHasItsLength implements NoticeRule {

    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    @Override
    public String requirement() {
        return "notification.content-length";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        if (notice.byProxy()) {
            return Judgement.skipped("the notification came through a proxy, which may have changed its form");
        }
        List<String> lengths = notice.request().headers().all(BitsHeaders.CONTENT_LENGTH).stream()
                .distinct()
                .toList();
        Optional<String> length = lengths.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", lengths));
        String bytes = String.valueOf(notice.event().bodyLength());
        boolean right = length.filter(
                        value -> value.replaceFirst("^0+(?=\\d)", "").equals(bytes))
                .isPresent();
        boolean chunked = notice.request().headers().has(TRANSFER_ENCODING);
        if (right && notice.event().whole() && !chunked) {
            return Judgement.held();
        }
        if (right && chunked) {
            return Judgement.broken(
                    BitsHeaders.CONTENT_LENGTH + " without " + TRANSFER_ENCODING,
                    "both",
                    "The notification has " + BitsHeaders.CONTENT_LENGTH + " and " + TRANSFER_ENCODING
                            + ", of which HTTP permits one.");
        }
        String actual = length.map(value -> BitsHeaders.CONTENT_LENGTH + ": " + Excerpt.of(value))
                .orElse("no " + BitsHeaders.CONTENT_LENGTH);
        return Judgement.broken(
                BitsHeaders.CONTENT_LENGTH + ": " + bytes,
                actual,
                "The notification has " + actual + " and a body of " + bytes + " bytes.");
    }
}
