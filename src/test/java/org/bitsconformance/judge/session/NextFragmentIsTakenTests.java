package org.bitsconformance.judge.session;

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

class NextFragmentIsTakenTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("NextFragmentIsTaken");

    @Test
    void holdsFor200() {
        assertThat(CaseBuilder.created().fragment(0, 9, 20).by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.created().fragment(0, 9, 20).fragment(10, 19, 20).by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksForARefusalInEveryDialect(Dialect dialect) {
        assertThat(CaseBuilder.created()
                        .dialect(dialect)
                        .fragment(0, 9, 10, ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 200",
                        "HTTP/1.1 400 Bad Request",
                        "Fragment (bytes 0-9/10) was answered 400 where 200 is expected."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x80200020", "0x80070112"})
    void isSkippedIfTheTargetLacksTheRoom(String code) {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.error(500, code))
                        .by(RULE))
                .isEqualTo(Judgement.skipped("the target's limit: Fragment was answered 500"));
    }

    @Test
    void isNotAboutASessionThatMayHaveTimedOut() {
        CaseBuilder old = IdleCases.byTheWay(850, IdleCases::unknown);
        assertThat(old.by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(old.broken()).isEmpty();

        assertThat(IdleCases.byTheWay(700, IdleCases::unknown).by(RULE)).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isNotAboutAChangedTotal() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20)
                        .fragment(10, 19, 30, ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutABodyOfAnotherLengthThanItsRange() {
        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.body("short"))
                        .fragment(0, 9, 10, ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutOverlapsNorAnswersBelowTheProtocol() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20)
                        .fragment(5, 14, 20, ack -> ack.status(416))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.status(413))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAskedIfTheStateIsUnknown() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20, ack -> ack.error(500, "0x1"))
                        .fragment(10, 19, 20, ack -> ack.error(500, "0x1"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
