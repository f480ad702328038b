package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class EmptyStaticUrlIsNoneTests {

    private static final EmptyStaticUrlIsNone RULE = new EmptyStaticUrlIsNone();

    @Test
    void holdsForAUrlOfTheServerOrNone() {
        assertThat(named("", ack -> ack.with("BITS-Reply-URL", "http://server.example/reply")))
                .containsExactly(Judgement.held());
        assertThat(named("", ack -> ack)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnEmptyReplyUrl() {
        assertThat(named("", ack -> ack.with("BITS-Reply-URL", "")))
                .containsExactly(Judgement.broken(
                        "a URL in BITS-Reply-URL",
                        "an empty BITS-Reply-URL",
                        "The server application sent an empty BITS-Static-Response-URL, and the Ack to the last"
                                + " fragment has an empty BITS-Reply-URL."));
    }

    @Test
    void breaksIfTheFragmentIsRefused() {
        assertThat(named("", ack -> ack.error(500, "0x80004005")))
                .containsExactly(Judgement.broken(
                        "status 200",
                        "HTTP/1.1 500 Internal Server Error",
                        "The server application answered 200 with an empty BITS-Static-Response-URL, and the Fragment"
                                + " with the last byte was answered 500."));
    }

    @Test
    void isNotAboutAUrl() {
        assertThat(named("http://h/", ack -> ack.with("BITS-Reply-URL", ""))).isEmpty();
        assertThat(Notified.upload(notification -> notification).by(RULE)).isEmpty();
    }

    private static List<Judgement> named(String url, UnaryOperator<Message> ack) {
        return Notified.upload(
                        notification -> notification.answer(answer -> answer.with("BITS-Static-Response-URL", url)),
                        ack)
                .by(RULE);
    }
}
