package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackTimeoutIsSecondsTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("FallbackTimeoutIsSeconds");

    @ParameterizedTest
    @ValueSource(strings = {"0", "110", "4294967295"})
    void holdsForANumber(String value) {
        assertThat(answered(value)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110s", "0x6E", "-1", "1.5", "1:50"})
    void breaksForAnythingElse(String value) {
        assertThat(answered(value))
                .isEqualTo(Judgement.broken(
                        "a decimal number of seconds",
                        "BITS-Host-Id-Fallback-Timeout: " + value,
                        "The 200 answer to Create-Session has BITS-Host-Id-Fallback-Timeout: " + value
                                + " where a decimal number of seconds is expected."));
    }

    @Test
    void isNotAboutAcksWithoutOneNorOtherPackets() {
        assertThat(CaseBuilder.session().create().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Host-Id-Fallback-Timeout", "x"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement answered(String value) {
        return CaseBuilder.session()
                .create(ack -> ack.with("BITS-Host-Id", "other").with("BITS-Host-Id-Fallback-Timeout", value))
                .by(RULE);
    }
}
