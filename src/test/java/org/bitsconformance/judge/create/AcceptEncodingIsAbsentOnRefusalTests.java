package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptEncodingIsAbsentOnRefusalTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("AcceptEncodingIsAbsentOnRefusal");

    @Test
    void holdsWithoutOne() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.error(403, "0x80070005").without("Accept-Encoding"))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksWithOneInEveryDialect(Dialect dialect) {
        assertThat(CaseBuilder.session()
                        .dialect(dialect)
                        .create(ack -> ack.error(403, "0x80070005"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "no Accept-Encoding",
                        "Accept-Encoding: identity",
                        "The 403 answer to Create-Session has Accept-Encoding: identity"
                                + " where no Accept-Encoding is expected."));
    }

    @Test
    void isNotAboutSuccessNorOtherPackets() {
        assertThat(CaseBuilder.session().create().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().create(ack -> ack.status(201)).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.status(403).with("Accept-Encoding", "x"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
