package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextIsOfServerTests {

    private static final ContextIsOfServer RULE = new ContextIsOfServer();

    @ParameterizedTest
    @ValueSource(strings = {"0x5", "5", "0x00000005", "x5"})
    void holdsForTheContextOfTheServer(String value) {
        assertThat(refused(value)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7", "7"})
    void breaksForTheContextOfAServerApplication(String value) {
        assertThat(refused(value))
                .isEqualTo(Judgement.broken(
                        "0x5",
                        "BITS-Error-Context: " + value,
                        "The 403 answer to Create-Session has BITS-Error-Context: " + value
                                + " where 0x5 is expected."));
    }

    @Test
    void breaksForAFragmentThatNoApplicationSees() {
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .nextRequest(request -> request.without("Content-Range"))
                        .fragment(0, 9, 10, ack -> ack.error(400, "0x80070057").with("BITS-Error-Context", "0x7"))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isNotAboutAFragmentThatAnApplicationMayHaveRefused() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.error(500, "0x80070057").with("BITS-Error-Context", "0x7"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x6", "", "SERVER"})
    void leavesUnknownValuesToAnotherRule(String value) {
        assertThat(refused(value)).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutSuccess() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Error-Context", "0x7"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement refused(String value) {
        return CaseBuilder.session()
                .create(ack -> ack.error(403, "0x80070005").with("BITS-Error-Context", value))
                .by(RULE);
    }
}
