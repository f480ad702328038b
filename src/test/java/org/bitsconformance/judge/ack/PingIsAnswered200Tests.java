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
import org.junit.jupiter.params.provider.ValueSource;

class PingIsAnswered200Tests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("PingIsAnswered200");

    @Test
    void holdsFor200() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksForAnyOtherStatusInEveryDialect(Dialect dialect) {
        assertThat(CaseBuilder.session()
                        .dialect(dialect)
                        .ping(ack -> ack.error(404, "0x80070002"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 200", "HTTP/1.1 404 Not Found", "Ping was answered 404 where 200 is expected."));
    }

    @Test
    void isSkippedIfTheTargetLacksTheRoom() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.error(500, "0x80070112"))
                        .by(RULE))
                .isEqualTo(Judgement.skipped("the target's limit: Ping was answered 500"));
    }

    @Test
    void isOpenForAPingWithASessionId() {
        assertThat(CaseBuilder.session()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .ping(ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pInG", "ping"})
    void isOpenForAnotherCaseOfTheType(String type) {
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.with("BITS-Packet-Type", type))
                        .ping(ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isOpenWithoutContentLength() {
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.without("Content-Length"))
                        .ping(ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutOtherPackets() {
        assertThat(CaseBuilder.session().create(ack -> ack.status(500)).by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
