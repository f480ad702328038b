package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class FailedSessionStaysTests {

    private static final FailedSessionStays RULE = new FailedSessionStays();

    @Test
    void holdsIfTheFragmentIsAcceptedOrRefusedForAnotherReason() {
        assertThat(Notified.failed(500).notified().fragment(0, 99, 100).by(RULE))
                .containsExactly(Judgement.held());
        assertThat(Notified.failed(500)
                        .fragment(0, 99, 100, ack -> ack.error(500, "0x80004005"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksIfTheSessionIsGone() {
        assertThat(Notified.failed(500)
                        .fragment(0, 99, 100, ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "a session that is open",
                        "HTTP/1.1 500 Internal Server Error, BITS-Error: 0x8020001F",
                        "The last fragment was sent again after its notification had failed, and was answered 500 with"
                                + " BITS-Error: 0x8020001F, as if there were no session."));
        assertThat(Notified.failed(500)
                        .fragment(0, 99, 100, ack -> ack.status(404))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void holdsFor404OfTheApplication() {
        assertThat(Notified.failed(500)
                        .notified(notification -> notification.answer(404))
                        .fragment(0, 99, 100, ack -> ack.error(404, "0x80190194"))
                        .by(RULE))
                .containsExactly(Judgement.held());
        assertThat(Notified.failed(404)
                        .fragment(0, 99, 100, ack -> ack.error(404, "0x80190194"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void isNotAboutASessionWhoseNotificationSucceeded() {
        assertThat(Notified.upload(notification -> notification)
                        .fragment(0, 99, 100, ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .isEmpty();
        assertThat(Notified.failed(500).by(RULE)).isEmpty();
    }
}
