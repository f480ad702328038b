package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationErrorIsPassedOnTests {

    private static final ApplicationErrorIsPassedOn RULE = new ApplicationErrorIsPassedOn();

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 500, 501})
    void holdsForTheSameStatus(int status) {
        assertThat(Notified.failed(status).by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherError() {
        assertThat(Notified.upload(notification -> notification.answer(404), ack -> ack.error(500, "0x80190194"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "status 404",
                        "HTTP/1.1 500 Internal Server Error",
                        "The server application answered 404, and the Fragment with the last byte was answered 500."));
    }

    @Test
    void breaksForSuccess() {
        assertThat(Notified.upload(notification -> notification.answer(500)).by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void aRedirectIsNotASuccess() {
        assertThat(Notified.upload(notification -> notification.answer(302)).by(RULE))
                .containsExactly(Judgement.broken(
                        "an error",
                        "HTTP/1.1 200 OK",
                        "The server application answered 302, which is not a success, and the Fragment with the last"
                                + " byte was answered 200."));
        assertThat(Notified.upload(notification -> notification.answer(302), ack -> ack.error(500, "0x801901F4"))
                        .by(RULE))
                .containsExactly(Judgement.held());
        assertThat(Notified.upload(notification -> notification.answer(302), ack -> ack.status(302))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void theLastNotificationCounts() {
        assertThat(Notified.byValue()
                        .notified(notification -> notification.answer(500))
                        .notified()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void isNotAboutSuccessNorAFragmentWithoutAnAnswer() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).isEmpty();
        assertThat(Notified.byValue()
                        .notified(notification -> notification.answer(500))
                        .nextUnanswered(Ending.TIMED_OUT)
                        .fragment(0, 99, 100)
                        .by(RULE))
                .isEmpty();
    }
}
