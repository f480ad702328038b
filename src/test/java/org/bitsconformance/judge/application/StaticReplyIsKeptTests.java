package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.judge.PlayedNotification;
import org.junit.jupiter.api.Test;

class StaticReplyIsKeptTests {

    private static final StaticReplyIsKept RULE = new StaticReplyIsKept();

    @Test
    void holdsIfTheReplyIsLeftAloneOrFetched() {
        assertThat(named().close().by(RULE)).containsExactly(Judgement.held());
        assertThat(named().notified(asking("GET")).close().by(RULE)).containsExactly(Judgement.held());
        assertThat(named().notified(asking("HEAD")).close().by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksIfTheServerDeletesIt() {
        assertThat(named().notified(asking("DELETE")).close().by(RULE))
                .containsExactly(Judgement.broken(
                        "no request that alters the reply",
                        "DELETE",
                        "The server sent DELETE for /bits-static/u1, the reply that the server application has at a"
                                + " URL of its own."));
    }

    @Test
    void isNotAboutASessionThatIsOpenOrAnUploadWithoutSuchAReply() {
        assertThat(named().by(RULE)).isEmpty();
        assertThat(Notified.upload(notification -> notification).close().by(RULE))
                .isEmpty();
    }

    @Test
    void aRequestForTheReplyIsNotANotification() {
        assertThat(named().notified(asking("GET")).close().by(NamedRule.ofCases("NotificationIsPost")))
                .containsExactly(Judgement.held());
    }

    private static CaseBuilder named() {
        return Notified.upload(notification -> notification.answer(
                answer -> answer.with("BITS-Static-Response-URL", "http://app.example/bits-static/u1")));
    }

    private static UnaryOperator<PlayedNotification> asking(String method) {
        return notification -> notification.request(request -> request.startLine(method + " /bits-static/u1 HTTP/1.1"));
    }
}
