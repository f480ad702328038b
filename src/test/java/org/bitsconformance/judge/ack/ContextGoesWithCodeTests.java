package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContextGoesWithCodeTests {

    private static final ContextGoesWithCode RULE = new ContextGoesWithCode();

    @Test
    void holdsNextToTheCode() {
        assertThat(refused(Dialect.ANY, ack -> ack.error(403, "0x80070005"))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksAlone(Dialect dialect) {
        assertThat(refused(dialect, ack -> ack.status(403).with("BITS-Error-Context", "0x5")))
                .isEqualTo(Judgement.broken(
                        "BITS-Error-Context only with an HRESULT",
                        "no HRESULT",
                        "The 403 answer to Create-Session has BITS-Error-Context without BITS-Error, or any HRESULT."));
    }

    @ParameterizedTest
    @EnumSource
    void isOpenNextToTheOtherName(Dialect dialect) {
        assertThat(refused(
                        dialect,
                        ack -> ack.status(403)
                                .with("BITS-Error-Code", "0x80070005")
                                .with("BITS-Error-Context", "0x5")))
                .isEqualTo(Judgement.observed("The 403 answer to Create-Session has BITS-Error-Context without"
                        + " BITS-Error, next to BITS-Error-Code."));
    }

    @Test
    void isOpenIfTheServerIsOutOfSync() {
        assertThat(CaseBuilder.created()
                        .fragment(5, 9, 10, ack -> ack.status(416).with("BITS-Error-Context", "0x5"))
                        .by(RULE))
                .isEqualTo(Judgement.observed("The 416 answer to Fragment has BITS-Error-Context without BITS-Error."));
    }

    @Test
    void isNotAboutSuccessNorAnswersWithoutOne() {
        assertThat(refused(Dialect.ANY, ack -> ack.with("BITS-Error-Context", "0x5")))
                .isEqualTo(Judgement.outOfScope());
        assertThat(refused(Dialect.ANY, ack -> ack.status(403))).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement refused(Dialect dialect, UnaryOperator<Message> ack) {
        return CaseBuilder.session().dialect(dialect).create(ack).by(RULE);
    }
}
