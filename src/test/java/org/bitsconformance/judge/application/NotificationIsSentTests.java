package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;

class NotificationIsSentTests {

    private static final NotificationIsSent RULE = new NotificationIsSent();

    @Test
    void holdsForANotificationDuringTheLastFragment() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
        assertThat(Notified.byReference()
                        .fragment(0, 49, 100)
                        .notified()
                        .fragment(50, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void holdsForAConnectionFromWhichNothingWasRead() {
        assertThat(Notified.upload(notification -> notification.by(Conduct.HUNG_UP))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksIfNobodyIsNotified() {
        assertThat(Notified.byValue().fragment(0, 99, 100).by(RULE))
                .containsExactly(Judgement.broken(
                        "a notification",
                        "none",
                        "The Fragment with the last byte was answered 200, and the server application was not"
                                + " notified."));
    }

    @Test
    void isNotAboutATargetThatDeclaresNoNotification() {
        assertThat(CaseBuilder.created().fragment(0, 99, 100).by(RULE)).isEmpty();
        assertThat(CaseBuilder.created()
                        .declared(Notified.declares("none"))
                        .fragment(0, 99, 100)
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void isNotAboutAFragmentThatWasRefusedOrIsNotTheLastOrCameAgain() {
        assertThat(Notified.byValue()
                        .fragment(0, 49, 100)
                        .fragment(50, 99, 100, ack -> ack.error(500, "0x80004005"))
                        .by(RULE))
                .isEmpty();
        assertThat(Notified.upload(notification -> notification)
                        .nextAgain()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }
}
