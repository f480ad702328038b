package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeIsHexadecimalTests {

    private static final ErrorCodeIsHexadecimal RULE = new ErrorCodeIsHexadecimal();

    @ParameterizedTest
    @ValueSource(strings = {"0x80070057", "80070057", "x8020001F", "X8020001f", "0", "0x0000000080070057", "0X1"})
    void holdsInEverySpelling(String code) {
        assertThat(coded(code)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2147024809", "2147942487", "E_INVALIDARG", "0x", "0x180070057", "0x8007 0057"})
    void breaksForAnythingElse(String code) {
        assertThat(coded(code)).isEqualTo(broken("BITS-Error: " + code));
    }

    @Test
    void breaksForEitherHeader() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.error(500, "0x1").with("BITS-Error-Code", "one"))
                        .by(RULE))
                .isEqualTo(broken("BITS-Error-Code: one"));
    }

    @Test
    void isNotAboutSuccessNorAnAbsentOrEmptyCode() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Error", "zero"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().ping(ack -> ack.status(500)).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(coded("")).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement coded(String code) {
        return CaseBuilder.session().ping(ack -> ack.error(500, code)).by(RULE);
    }

    private static Judgement broken(String shown) {
        return Judgement.broken(
                "a hexadecimal number of 32 bits",
                shown,
                "The 500 answer to Ping has " + shown + " where a hexadecimal number of 32 bits is expected.");
    }
}
