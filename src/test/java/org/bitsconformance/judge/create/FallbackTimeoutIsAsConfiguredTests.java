package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Declared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackTimeoutIsAsConfiguredTests {

    private static final FallbackTimeoutIsAsConfigured RULE = new FallbackTimeoutIsAsConfigured();
    private static final String NAME = "BITS-Host-Id-Fallback-Timeout";
    private static final Declared DECLARED =
            new Declared(false, Optional.empty(), Optional.of("other"), OptionalLong.of(110), Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"110", "0110"})
    void holdsForTheSecondsThatAreDeclared(String value) {
        assertThat(answered(ack -> ack.with(NAME, value))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "110000", "99999999999999999999"})
    void breaksForAnotherNumber(String value) {
        assertThat(answered(ack -> ack.with(NAME, value)))
                .isEqualTo(Judgement.broken(
                        "110",
                        NAME + ": " + value,
                        "The 200 answer to Create-Session has " + NAME + ": " + value + " where 110 is expected."));
    }

    @Test
    void breaksForNone() {
        assertThat(answered(ack -> ack))
                .isEqualTo(Judgement.broken(
                        NAME + ": 110", "no " + NAME, "The 200 answer to Create-Session has no " + NAME + "."));
    }

    @Test
    void leavesWhatIsNotANumberAndRefusalsToOtherRules() {
        assertThat(answered(ack -> ack.with(NAME, "two minutes"))).isEqualTo(Judgement.outOfScope());
        assertThat(answered(ack -> ack.with(NAME, "110").and(NAME + ": 110"))).isEqualTo(Judgement.outOfScope());
        assertThat(answered(ack -> ack.status(500))).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutOtherPacketsNorUndeclaredValues() {
        assertThat(CaseBuilder.session().create(ack -> ack.with(NAME, "1")).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().declared(DECLARED).ping().by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement answered(UnaryOperator<Message> ack) {
        return CaseBuilder.session().declared(DECLARED).create(ack).by(RULE);
    }
}
