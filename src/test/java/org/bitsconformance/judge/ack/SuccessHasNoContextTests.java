package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class SuccessHasNoContextTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("SuccessHasNoContext");

    @Test
    void holdsWithoutOne() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksWithOne() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Error-Context", "0x5"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "no BITS-Error-Context",
                        "BITS-Error-Context: 0x5",
                        "The 200 answer to Ping has BITS-Error-Context: 0x5 where no BITS-Error-Context is"
                                + " expected."));
    }

    @Test
    void isNotAboutErrors() {
        assertThat(CaseBuilder.session().ping(ack -> ack.error(500, "0x1")).by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
