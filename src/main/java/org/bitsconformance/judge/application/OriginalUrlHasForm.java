package org.bitsconformance.judge.application;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Excerpt;

/** The URL in a notification is an HTTP URL (MC-BUP 2.2.12.2, RFC 2616 3.2.2); https passes as well. */
public final class OriginalUrlHasForm implements NoticeRule {

    private static final Pattern URL = Pattern.compile("(?i)https?://[^/?#\\s]+(?:[/?][^\\s#]*)?");

    @Override
    public String requirement() {
        return "notification.original-url.form";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        String name = BitsHeaders.ORIGINAL_REQUEST_URL;
        Optional<String> value = notice.request().headers().first(name).filter(text -> !text.isEmpty());
        return value.map(url -> URL.matcher(url).matches()
                        ? Judgement.held()
                        : Judgement.broken(
                                "a URL such as http://host/path",
                                name + ": " + Excerpt.of(url),
                                "The notification has " + name + ": " + Excerpt.of(url) + ", which is no HTTP URL."))
                .orElseGet(Judgement::outOfScope);
    }
}
