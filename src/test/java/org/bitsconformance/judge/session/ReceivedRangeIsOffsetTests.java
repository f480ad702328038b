package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedRangeIsOffsetTests {

    private static final ReceivedRangeIsOffset RULE = new ReceivedRangeIsOffset();

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "0010", "99999999999999999999"})
    void holdsForDigits(String value) {
        assertThat(named(value)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes 0-9/10", "0-9", "-1", "0xA", "10 bytes", "1e1"})
    void breaksForAnythingElse(String value) {
        assertThat(named(value))
                .isEqualTo(Judgement.broken(
                        "an offset in decimal digits",
                        "BITS-Received-Content-Range: " + value,
                        "The 200 answer to Fragment has BITS-Received-Content-Range: " + value
                                + ", which is not one decimal offset."));
    }

    @Test
    void breaksForTwoThatDiffer() {
        assertThat(besides("20"))
                .isEqualTo(Judgement.broken(
                        "an offset in decimal digits",
                        "BITS-Received-Content-Range: 10, 20",
                        "The 200 answer to Fragment has BITS-Received-Content-Range: 10, 20, which is not one decimal"
                                + " offset."));
        assertThat(besides("10")).isEqualTo(Judgement.held());
    }

    @Test
    void isOpenWithAnswersThatNeedNoOffset() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.error(500, "0x1").with("BITS-Received-Content-Range", ""))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAnAbsentOneNorOtherPackets() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.without("BITS-Received-Content-Range"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.with("BITS-Received-Content-Range", "x"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement besides(String value) {
        return CaseBuilder.created()
                .fragment(0, 9, 10, ack -> ack.and("BITS-Received-Content-Range: " + value))
                .by(RULE);
    }

    private static Judgement named(String value) {
        return CaseBuilder.created()
                .fragment(0, 9, 10, ack -> ack.with("BITS-Received-Content-Range", value))
                .by(RULE);
    }
}
