package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Played;
import org.junit.jupiter.api.Test;

class NobodyIsNotifiedTests {

    private static final NobodyIsNotified RULE = new NobodyIsNotified();

    @Test
    void holdsWhereNothingCame() {
        assertThat(Played.created()
                        .declared(Notified.declares("none"))
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForANotification() {
        assertThat(Played.created()
                        .declared(Notified.declares("none"))
                        .notified()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "no notification",
                        "1 notification(s)",
                        "The target is declared to notify nobody, and the server application was notified of the"
                                + " upload."));
    }

    @Test
    void isNotAboutATargetThatNotifiesOrDeclaresNothing() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).isEmpty();
        assertThat(Played.created().notified().fragment(0, 99, 100).by(RULE)).isEmpty();
    }
}
