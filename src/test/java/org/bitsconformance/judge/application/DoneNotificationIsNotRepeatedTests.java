package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class DoneNotificationIsNotRepeatedTests {

    private static final CaseRule RULE = NamedRule.ofCases("DoneNotificationIsNotRepeated");

    private static final String AGAIN =
            "The server application was notified again when the last fragment was sent again"
                    + " after it had been answered 200.";

    @Test
    void holdsWithoutAnotherNotification() {
        assertThat(Notified.upload(notification -> notification)
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherOnlyUnderMcBup() {
        CaseBuilder played =
                Notified.upload(notification -> notification).notified().fragment(0, 99, 100);

        assertThat(played.dialect(Dialect.MC_BUP).by(RULE))
                .containsExactly(Judgement.broken("no other notification", "another notification", AGAIN));
        assertThat(played.dialect(Dialect.WIN32).by(RULE)).containsExactly(Judgement.observed(AGAIN));
        assertThat(played.dialect(Dialect.ANY).by(RULE)).containsExactly(Judgement.observed(AGAIN));
    }

    @Test
    void isNotAboutANotificationThatFailedOrAnAckThatWasLost() {
        assertThat(Notified.failed(500).notified().fragment(0, 99, 100).by(RULE))
                .isEmpty();
        assertThat(Notified.byValue()
                        .notified()
                        .nextUnanswered(Ending.RESET)
                        .fragment(0, 99, 100)
                        .nextAgain()
                        .notified()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .isEmpty();
        assertThat(Notified.upload(notification -> notification).by(RULE)).isEmpty();
    }
}
