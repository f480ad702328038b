package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Excerpt;

/** An empty URL from the server application counts as none, so the reply has one of the server's (MC-BUP 3.3.5.2.4). */
public final class EmptyStaticUrlIsNone implements LastFragmentRule {

    @Override
    public String requirement() {
        return "reply-url.static.empty";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        boolean empty = last.onlyNotice()
                .filter(Notice::succeeded)
                .flatMap(notice -> notice.staticUrl())
                .filter(String::isEmpty)
                .isPresent();
        if (!empty || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        if (StatusChecks.error(last.ack().get())) {
            return Judgement.broken(
                            "status 200",
                            Excerpt.of(last.ack().get().statusLine()),
                            "The server application answered 200 with an empty " + BitsHeaders.STATIC_RESPONSE_URL
                                    + ", and the Fragment with the last byte was answered "
                                    + last.ack().get().status() + ".")
                    .decidedBy(Judgement.STATUS);
        }
        return last.ack()
                        .orElseThrow()
                        .headers()
                        .first(BitsHeaders.REPLY_URL)
                        .filter(String::isEmpty)
                        .isPresent()
                ? Judgement.broken(
                                "a URL in " + BitsHeaders.REPLY_URL,
                                "an empty " + BitsHeaders.REPLY_URL,
                                "The server application sent an empty " + BitsHeaders.STATIC_RESPONSE_URL
                                        + ", and the Ack to the last fragment has an empty " + BitsHeaders.REPLY_URL
                                        + ".")
                        .decidedBy(BitsHeaders.REPLY_URL)
                : Judgement.held();
    }
}
