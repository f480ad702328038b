package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;

class NotificationIsSentOnceTests {

    private static final NotificationIsSentOnce RULE = new NotificationIsSentOnce();

    @Test
    void holdsForOneNotification() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForTwoThatSucceeded() {
        assertThat(Notified.byValue().notified().notified().fragment(0, 99, 100).by(RULE))
                .containsExactly(Judgement.broken(
                        "one notification",
                        "2 notifications",
                        "The server application was notified of the upload 2 times before the Ack to its last byte,"
                                + " though it answered the first time."));
    }

    @Test
    void breaksForAnotherAtTheEndOfTheSession() {
        assertThat(Notified.upload(notification -> notification)
                        .notified()
                        .close()
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "one notification",
                        "another at the end of the session",
                        "The server application was notified of the upload before the Ack to its last byte, and again"
                                + " when the session ended."));
        assertThat(Notified.upload(notification -> notification).close().by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void isNotAboutAServerThatTriesAgainAfterAFailure() {
        assertThat(Notified.byValue()
                        .notified(notification -> notification.by(Conduct.RESET))
                        .notified()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .isEmpty();
        assertThat(Notified.failed(500).by(RULE)).isEmpty();
        assertThat(Notified.byValue().fragment(0, 99, 100).by(RULE)).isEmpty();
    }
}
