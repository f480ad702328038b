package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessHasNoCodeTests {

    private static final SuccessHasNoCode RULE = new SuccessHasNoCode();

    @Test
    void holdsWithoutOne() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({"BITS-Error, 0x0", "BITS-Error-Code, 0x80070057"})
    void breaksWhateverItsValue(String name, String value) {
        assertThat(CaseBuilder.session().ping(ack -> ack.with(name, value)).by(RULE))
                .isEqualTo(Judgement.broken(
                        "no " + name,
                        name + ": " + value,
                        "The 200 answer to Ping has " + name + ": " + value + " where no " + name + " is expected."));
    }

    @Test
    void breaksForAnEmptyOne() {
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.with("BITS-Error", ""))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "no BITS-Error",
                        "BITS-Error: ",
                        "The 200 answer to Close-Session has BITS-Error:  where no BITS-Error is expected."));
    }

    @Test
    void isNotAboutErrors() {
        assertThat(CaseBuilder.session().ping(ack -> ack.error(500, "0x1")).by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
