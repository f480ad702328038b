package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailedNotificationIsRepeatedTests {

    private static final FailedNotificationIsRepeated RULE = new FailedNotificationIsRepeated();

    private static final String NOT_AGAIN = "The last fragment was sent again after its notification had failed. It was"
            + " answered 200, and the server application was not notified again.";

    @Test
    void holdsForAnotherNotification() {
        assertThat(Notified.failed(500).notified().fragment(0, 99, 100).by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksWithoutAnotherOnlyUnderTheWin32Pages() {
        assertThat(Notified.failed(500)
                        .fragment(0, 99, 100)
                        .dialect(Dialect.WIN32)
                        .by(RULE))
                .containsExactly(Judgement.broken("another notification", "none", NOT_AGAIN));
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, mode = EnumSource.Mode.EXCLUDE, names = "WIN32")
    void onlyReportsUnderOtherDialects(Dialect dialect) {
        assertThat(Notified.failed(500).fragment(0, 99, 100).dialect(dialect).by(RULE))
                .containsExactly(Judgement.observed(NOT_AGAIN));
    }

    @Test
    void isNotAbout403WhichIsAnotherRequirement() {
        assertThat(Notified.failed(403).fragment(0, 99, 100).by(RULE)).isEmpty();
    }

    @Test
    void isNotAboutANotificationThatSucceededAtTheSecondTryAlthoughItsAckWasLost() {
        assertThat(Notified.byValue()
                        .notified(notification -> notification.by(Conduct.RESET))
                        .notified()
                        .nextUnanswered(Ending.RESET)
                        .fragment(0, 99, 100)
                        .nextAgain()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void isNotAboutAFragmentThatIsSentForTheFirstTimeOrWithoutAnAnswer() {
        assertThat(Notified.failed(500).by(RULE)).isEmpty();
        assertThat(Notified.failed(500)
                        .nextUnanswered(Ending.TIMED_OUT)
                        .fragment(0, 99, 100)
                        .by(RULE))
                .isEmpty();
    }
}
