package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;

class ForbiddenNotificationIsNotRepeatedTests {

    private static final CaseRule RULE = NamedRule.ofCases("ForbiddenNotificationIsNotRepeated");

    private static final String AGAIN =
            "The server application answered 403, and was notified again when the last fragment was sent again.";

    @Test
    void holdsWithoutAnotherNotification() {
        assertThat(Notified.failed(403).fragment(0, 99, 100).by(RULE)).containsExactly(Judgement.held());
        assertThat(Notified.failed(403)
                        .fragment(0, 99, 100, ack -> ack.error(403, "0x80190193"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherOnlyUnderTheWin32Pages() {
        CaseBuilder played = Notified.failed(403).notified().fragment(0, 99, 100);

        assertThat(played.dialect(Dialect.WIN32).by(RULE))
                .containsExactly(Judgement.broken("no other notification", "another notification", AGAIN));
        assertThat(played.dialect(Dialect.MC_BUP).by(RULE)).containsExactly(Judgement.observed(AGAIN));
        assertThat(played.dialect(Dialect.ANY).by(RULE)).containsExactly(Judgement.observed(AGAIN));
    }

    @Test
    void isNotAboutOtherErrors() {
        assertThat(Notified.failed(500).notified().fragment(0, 99, 100).by(RULE))
                .isEmpty();
        assertThat(Notified.failed(403).by(RULE)).isEmpty();
    }
}
