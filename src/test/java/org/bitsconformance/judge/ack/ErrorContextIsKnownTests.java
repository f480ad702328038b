package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorContextIsKnownTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("ErrorContextIsKnown");

    @ParameterizedTest
    @ValueSource(strings = {"0x5", "0x7", "5", "x7", "0x00000005"})
    void holdsForTheTwoThatAreDefined(String value) {
        assertThat(withContext(value)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0", "0x6", "0x50", "server", "BG_ERROR_CONTEXT_REMOTE_FILE"})
    void breaksForAnyOther(String value) {
        assertThat(withContext(value))
                .isEqualTo(Judgement.broken(
                        "BITS-Error-Context: 0x5 or 0x7",
                        "BITS-Error-Context: " + value,
                        "The 500 answer to Ping has BITS-Error-Context: " + value
                                + " where BITS-Error-Context: 0x5 or 0x7 is expected."));
    }

    @Test
    void isNotAboutSuccessNorAnAbsentOrEmptyContext() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Error-Context", "0x9"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().ping(ack -> ack.status(500)).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(withContext("")).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement withContext(String value) {
        return CaseBuilder.session()
                .ping(ack -> ack.error(500, "0x1").with("BITS-Error-Context", value))
                .by(RULE);
    }
}
