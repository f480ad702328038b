package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class StaticUrlIsReplyUrlTests {

    private static final StaticUrlIsReplyUrl RULE = new StaticUrlIsReplyUrl();

    private static final String URL = "http://app.example/bits-static/u1";

    @Test
    void holdsForTheUrlOfTheApplication() {
        assertThat(named(URL, ack -> ack.with("BITS-Reply-URL", URL))).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherUrl() {
        assertThat(named(URL, ack -> ack.with("BITS-Reply-URL", "http://server.example/reply")))
                .containsExactly(Judgement.broken(
                        "BITS-Reply-URL: " + URL,
                        "BITS-Reply-URL: http://server.example/reply",
                        "The server application named " + URL + " in BITS-Static-Response-URL, and the Ack to the last"
                                + " fragment has http://server.example/reply."));
    }

    @Test
    void breaksWithoutAUrl() {
        assertThat(named(URL, ack -> ack))
                .containsExactly(Judgement.broken(
                        "BITS-Reply-URL: " + URL,
                        "no BITS-Reply-URL",
                        "The server application named " + URL + " in BITS-Static-Response-URL, and the Ack to the last"
                                + " fragment has no BITS-Reply-URL."));
    }

    @Test
    void isNotAboutAUrlThatAServerMayRefuseNorARefusedFragment() {
        assertThat(named("/relative", ack -> ack)).isEmpty();
        assertThat(named("", ack -> ack)).isEmpty();
        assertThat(named(URL + "x".repeat(2200), ack -> ack)).isEmpty();
        assertThat(named(URL, ack -> ack.error(500, "0x80004005"))).isEmpty();
        assertThat(Notified.upload(notification -> notification).by(RULE)).isEmpty();
    }

    private static List<Judgement> named(String url, UnaryOperator<Message> ack) {
        return Notified.upload(
                        notification -> notification.answer(answer -> answer.with("BITS-Static-Response-URL", url)),
                        ack)
                .by(RULE);
    }
}
