package org.bitsconformance.judge.application;

import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** The URL that the server application names is the reply URL (MC-BUP 3.3.5.2.4). */
public final class StaticUrlIsReplyUrl implements LastFragmentRule {

    @Override
    public String requirement() {
        return "reply-url.static";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        Optional<String> named = last.onlyNotice()
                .filter(Notice::succeeded)
                .flatMap(Notice::staticUrl)
                .filter(url -> !url.isEmpty());
        if (named.isEmpty() || !last.taken()) {
            return Judgement.outOfScope();
        }
        Answer ack = last.ack().orElseThrow();
        String seen = ack.headers().first(BitsHeaders.REPLY_URL).orElse("");
        return seen.equals(named.get())
                ? Judgement.held()
                : Judgement.broken(
                                BitsHeaders.REPLY_URL + ": " + Excerpt.of(named.get()),
                                seen.isEmpty()
                                        ? "no " + BitsHeaders.REPLY_URL
                                        : BitsHeaders.REPLY_URL + ": " + Excerpt.of(seen),
                                "The server application named " + Excerpt.of(named.get()) + " in "
                                        + BitsHeaders.STATIC_RESPONSE_URL + ", and the Ack to the last fragment has "
                                        + (seen.isEmpty() ? "no " + BitsHeaders.REPLY_URL : Excerpt.of(seen)) + ".")
                        .decidedBy(BitsHeaders.REPLY_URL);
    }
}
