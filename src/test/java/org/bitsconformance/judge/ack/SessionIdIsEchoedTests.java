package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionIdIsEchoedTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("SessionIdIsEchoed");

    @Test
    void holdsForEveryPacketOfASession() {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.created().close().by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.created().cancel().by(RULE)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = "WINDOWS", mode = EnumSource.Mode.EXCLUDE)
    void breaksWithoutOne(Dialect dialect) {
        assertThat(closedWithoutId(dialect))
                .isEqualTo(Judgement.broken(
                        "BITS-Session-Id",
                        "no BITS-Session-Id",
                        "The 200 answer to Close-Session has no BITS-Session-Id."));
    }

    @Test
    void isExcusedForWindows() {
        assertThat(closedWithoutId(Dialect.WINDOWS))
                .isEqualTo(Judgement.observed("The 200 answer to Close-Session has no BITS-Session-Id, as in the"
                        + " traffic of Windows in MC-BUP 4.1."));
    }

    @Test
    void breaksForAnEmptyOneEvenFromWindows() {
        assertThat(CaseBuilder.created()
                        .dialect(Dialect.WINDOWS)
                        .close(ack -> ack.with("BITS-Session-Id", ""))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "BITS-Session-Id",
                        "an empty BITS-Session-Id",
                        "The 200 answer to Close-Session has an empty BITS-Session-Id."));
    }

    @Test
    void isNotAboutPingsNorErrorsNorUnknownSessions() {
        assertThat(CaseBuilder.created().ping().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.error(500, "0x1").without("BITS-Session-Id"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close(ack -> ack.without("BITS-Session-Id"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement closedWithoutId(Dialect dialect) {
        return CaseBuilder.created()
                .dialect(dialect)
                .close(ack -> ack.without("BITS-Session-Id"))
                .by(RULE);
    }
}
