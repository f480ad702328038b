package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class NotificationComesAtLastByteTests {

    private static final NotificationComesAtLastByte RULE = new NotificationComesAtLastByte();

    @Test
    void holdsDuringTheLastFragmentAndAfterIt() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
        assertThat(Notified.byValue().fragment(0, 99, 100).notified().close().by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksDuringAnEarlierFragment() {
        assertThat(Notified.byValue()
                        .notified()
                        .fragment(0, 49, 100)
                        .fragment(50, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "no notification before the last byte",
                        "a notification",
                        "The server application was notified before the last byte of the upload was sent."));
    }

    @Test
    void breaksBeforeAnyFragment() {
        assertThat(CaseBuilder.session()
                        .declared(Notified.declares("value"))
                        .notified()
                        .create()
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksIfTheUploadWasCancelled() {
        assertThat(Notified.byValue().fragment(0, 49, 100).notified().cancel().by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void holdsForALastFragmentInAFormThatAServerMayStillAccept() {
        assertThat(oddly(request ->
                        request.with("BITS-Session-Id", CaseBuilder.id(1).toLowerCase(Locale.ROOT))))
                .containsExactly(Judgement.held());
        assertThat(oddly(request -> request.with("Content-Range", "bytes 0 - 99 / 100")))
                .containsExactly(Judgement.held());
        assertThat(oddly(request -> request.without("Content-Range"))).containsExactly(Judgement.held());
        assertThat(oddly(request -> request.and("X-More: 1").onlyBody("x".repeat(101))))
                .containsExactly(Judgement.held());
    }

    @Test
    void holdsIfAnotherSessionOfTheSameUrlSentTheLastByte() {
        assertThat(Notified.byValue()
                        .create()
                        .in(1)
                        .fragment(0, 99, 100)
                        .in(2)
                        .notified()
                        .ping()
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    private static List<Judgement> oddly(UnaryOperator<Message> change) {
        return Notified.byValue()
                .notified()
                .nextRequest(change)
                .fragment(0, 99, 100)
                .by(RULE);
    }
}
