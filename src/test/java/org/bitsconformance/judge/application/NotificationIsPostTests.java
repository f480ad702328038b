package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;

class NotificationIsPostTests {

    private static final CaseRule RULE = NamedRule.ofCases("NotificationIsPost");

    @Test
    void holdsForPost() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherMethod() {
        assertThat(Notified.upload(notification ->
                                notification.request(request -> request.startLine("PUT /notify HTTP/1.1")))
                        .by(RULE))
                .containsExactly(
                        Judgement.broken("POST", "PUT", "The notification has the method PUT where POST is expected."));
    }

    @Test
    void isNotAboutAConnectionFromWhichNothingWasRead() {
        assertThat(Notified.upload(notification -> notification.by(Conduct.HUNG_UP))
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void namesTheFragmentThatTheNotificationBelongsTo() {
        CaseBuilder played = Notified.byValue()
                .fragment(0, 49, 100)
                .notified()
                .fragment(50, 99, 100)
                .close();

        assertThat(RULE.judge(played.history(), played.context()))
                .extracting(Located::exchange)
                .containsExactly("x3");
    }
}
