package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class NobodyIsNotifiedTests {

    private static final NobodyIsNotified RULE = new NobodyIsNotified();

    @Test
    void holdsIfNothingCame() {
        assertThat(CaseBuilder.created()
                        .declared(Notified.declares("none"))
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForANotification() {
        assertThat(CaseBuilder.created()
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
        assertThat(CaseBuilder.created().notified().fragment(0, 99, 100).by(RULE))
                .isEmpty();
    }
}
