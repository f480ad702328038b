package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSessionHasItsCodeTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("UnknownSessionHasItsCode");

    private static final String EXPECTED = "0x8020001F (BG_E_SESSION_NOT_FOUND)";

    @ParameterizedTest
    @CsvSource({"BITS-Error, 0x8020001F", "BITS-Error, x8020001f", "BITS-Error-Code, 8020001F"})
    void holdsInEverySpelling(String name, String value) {
        assertThat(refused(ack -> ack.status(500).with(name, value))).isEqualTo(Judgement.held());
    }

    @Test
    void holdsWhateverTheStatusAndNextToAnEmptyHeader() {
        assertThat(refused(ack -> ack.error(404, "0x8020001F"))).isEqualTo(Judgement.held());
        assertThat(refused(ack -> ack.status(500).with("BITS-Error", "").with("BITS-Error-Code", "0x8020001F")))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAnotherCode() {
        assertThat(refused(ack -> ack.error(500, "0x80070057")))
                .isEqualTo(Judgement.broken(
                        EXPECTED,
                        "BITS-Error: 0x80070057",
                        "The 500 answer to Close-Session of an unknown session has BITS-Error: 0x80070057 where "
                                + EXPECTED + " is expected."));
    }

    @Test
    void breaksWithoutOne() {
        assertThat(refused(ack -> ack.status(500)))
                .isEqualTo(Judgement.broken(
                        EXPECTED,
                        "no HRESULT",
                        "The 500 answer to Close-Session of an unknown session has no HRESULT where " + EXPECTED
                                + " is expected."));
    }

    @Test
    void isNotAboutSuccessNorAnswersBelowTheProtocol() {
        assertThat(refused(ack -> ack)).isEqualTo(Judgement.outOfScope());
        assertThat(refused(ack -> ack.ofFrontEnd(503))).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement refused(UnaryOperator<Message> ack) {
        return CaseBuilder.session()
                .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                .close(ack)
                .by(RULE);
    }
}
