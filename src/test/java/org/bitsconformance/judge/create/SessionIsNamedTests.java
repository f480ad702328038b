package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class SessionIsNamedTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("SessionIsNamed");

    @Test
    void holdsWithOne() {
        assertThat(CaseBuilder.session().create().by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.session().create(ack -> ack.status(201)).by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksWithoutOne() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.without("BITS-Session-Id"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "BITS-Session-Id",
                        "no BITS-Session-Id",
                        "The 200 answer to Create-Session has no BITS-Session-Id."));
    }

    @Test
    void breaksForAnEmptyOne() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Session-Id", ""))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "BITS-Session-Id",
                        "an empty BITS-Session-Id",
                        "The 200 answer to Create-Session has an empty BITS-Session-Id."));
    }

    @Test
    void isNotAboutRefusalsNorOtherPackets() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.error(403, "0x80070005").without("BITS-Session-Id"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.outOfScope());
    }
}
