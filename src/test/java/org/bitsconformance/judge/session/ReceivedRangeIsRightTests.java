package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedRangeIsRightTests {

    private static final ReceivedRangeIsRight RULE = new ReceivedRangeIsRight();

    private static final String HEADER = "BITS-Received-Content-Range";

    @ParameterizedTest
    @ValueSource(strings = {"10", "000000000000000000000000010"})
    void holdsForTheNextByte(String value) {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20, ack -> ack.with(HEADER, value))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "11", "0", "20", "9223372036854775807", "99999999999999999999"})
    void breaksForAnyOtherOffset(String value) {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20, ack -> ack.with(HEADER, value))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        HEADER + ": 10",
                        HEADER + ": " + value,
                        "The 200 answer to Fragment (bytes 0-9/20) has " + HEADER + ": " + value
                                + " where 10 is expected."));
    }

    @Test
    void breaksIfARefusedGapNamesTheWrongByte() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20)
                        .fragment(15, 19, 20, ack -> ack.status(416))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        HEADER + ": 10",
                        HEADER + ": 20",
                        "The 416 answer to Fragment (bytes 15-19/20) has " + HEADER + ": 20 where 10 is expected."));
    }

    @ParameterizedTest
    @CsvSource({"200, 5", "200, 10", "416, 10"})
    void holdsForEitherReadingOfARepeat(int status, String value) {
        assertThat(repeated(status, value)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksIfARepeatNamesNeither() {
        assertThat(repeated(200, "15"))
                .isEqualTo(Judgement.broken(
                        HEADER + ": 5 or 10",
                        HEADER + ": 15",
                        "The 200 answer to Fragment (bytes 0-4/20) has " + HEADER + ": 15 where 5 or 10 is"
                                + " expected."));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 416})
    void holdsForAnyStateThatSilenceLeaves(int status) {
        assertThat(sentAgain(status, "20")).isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAStateThatSilenceRulesOut() {
        assertThat(sentAgain(416, "10"))
                .isEqualTo(Judgement.broken(
                        HEADER + ": 20",
                        HEADER + ": 10",
                        "The 416 answer to Fragment (bytes 10-19/30) has " + HEADER + ": 10 where 20 is expected."));
    }

    @Test
    void breaksForAnOffsetThatCountsTheBytesOfABrokenOffFragmentTwice() {
        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.onlyBody("12345678"))
                        .nextUnanswered(Ending.CUT_OFF)
                        .fragment(0, 9, 20)
                        .fragment(0, 9, 20, ack -> ack.status(416).with(HEADER, "16"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        HEADER + ": 1 to 8",
                        HEADER + ": 16",
                        "The 416 answer to Fragment (bytes 0-9/20) has " + HEADER + ": 16 where 1 to 8 is expected."));
    }

    @Test
    void isNotAboutStatusesThatAreWrongAlready() {
        assertThat(CaseBuilder.created().fragment(5, 9, 10).by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutMalformedOffsetsNorInvalidFragments() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.with(HEADER, "bytes 0-9"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.body("short"))
                        .fragment(0, 9, 10, ack -> ack.status(400).with(HEADER, "7"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void breaksOutsideTheRangeOfALongFragmentThatWasCutOff() {
        assertThat(cutOffAndRefused("60000")).isEqualTo(Judgement.held());
        assertThat(cutOffAndRefused("70011"))
                .isEqualTo(Judgement.broken(
                        HEADER + ": 10 to 70010",
                        HEADER + ": 70011",
                        "The 416 answer to Fragment (bytes 150000-150009/200000) has " + HEADER
                                + ": 70011 where 10 to 70010 is expected."));
    }

    private static Judgement cutOffAndRefused(String value) {
        return CaseBuilder.created()
                .fragment(0, 9, 200_000)
                .nextRequest(request -> request.onlyBody("x".repeat(70_000)))
                .nextUnanswered(Ending.RESET)
                .fragment(10, 99_999, 200_000)
                .fragment(150_000, 150_009, 200_000, ack -> ack.status(416).with(HEADER, value))
                .by(RULE);
    }

    private static Judgement sentAgain(int status, String value) {
        return CaseBuilder.created()
                .fragment(0, 9, 30)
                .nextUnanswered(Ending.TIMED_OUT)
                .fragment(10, 19, 30)
                .fragment(10, 19, 30, ack -> ack.status(status).with(HEADER, value))
                .by(RULE);
    }

    private static Judgement repeated(int status, String value) {
        return CaseBuilder.created()
                .fragment(0, 9, 20)
                .fragment(0, 4, 20, ack -> ack.status(status).with(HEADER, value))
                .by(RULE);
    }
}
