package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class ProtocolIsNamedTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("ProtocolIsNamed");

    @Test
    void holdsWithOne() {
        assertThat(CaseBuilder.session().create().by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.session().create(ack -> ack.status(201)).by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksWithoutOne() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.without("BITS-Protocol"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "BITS-Protocol", "no BITS-Protocol", "The 200 answer to Create-Session has no BITS-Protocol."));
    }

    @Test
    void breaksForAnEmptyOne() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Protocol", ""))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "BITS-Protocol",
                        "an empty BITS-Protocol",
                        "The 200 answer to Create-Session has an empty BITS-Protocol."));
    }

    @Test
    void isNotAboutRefusalsNorOtherPackets() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.error(403, "0x80070005").without("BITS-Protocol"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.outOfScope());
    }
}
