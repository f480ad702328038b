package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverlapIsCutOrRefusedTests {

    private static final OverlapIsCutOrRefused RULE = new OverlapIsCutOrRefused();

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WINDOWS", "MC_BUP"})
    void holdsForRefusalUnderMcBup(Dialect dialect) {
        assertThat(overlap(dialect, ack -> ack.status(416))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WINDOWS"})
    void holdsIfTheNewBytesAreStoredUnderTheWin32Pages(Dialect dialect) {
        assertThat(overlap(dialect, ack -> ack)).isEqualTo(Judgement.held());
    }

    @Test
    void holdsForBothIfTheWin32PagesDecide() {
        assertThat(overlap(Dialect.WIN32, ack -> ack)).isEqualTo(Judgement.held());
        assertThat(overlap(Dialect.WIN32, ack -> ack.status(416))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void holdsForARepeatedLastFragment(Dialect dialect) {
        assertThat(lastAgain(dialect, ack -> ack)).isEqualTo(Judgement.held());
        assertThat(lastAgain(dialect, ack -> ack.status(416))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({"ANY, 200 or 416", "WIN32, 200 or 416", "WINDOWS, 200 or 416", "MC_BUP, 416"})
    void breaksForAnyOtherStatus(Dialect dialect, String expected) {
        assertThat(overlap(dialect, ack -> ack.error(400, "0x80070057")))
                .isEqualTo(Judgement.broken(
                        "status " + expected,
                        "HTTP/1.1 400 Bad Request",
                        "Fragment (bytes 5-14/30) was answered 400 where " + expected + " is expected."));
    }

    @Test
    void breaksIfTheNewBytesAreStoredUnderMcBup() {
        assertThat(overlap(Dialect.MC_BUP, ack -> ack)).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @EnumSource
    void breaksIfARepeatedLastFragmentIsRefusedWithAnotherStatus(Dialect dialect) {
        assertThat(lastAgain(dialect, ack -> ack.error(500, "0x8020001F"))).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isSkippedIfTheTargetLacksTheRoom() {
        assertThat(overlap(Dialect.ANY, ack -> ack.error(500, "0x80070112"))).isInstanceOf(Judgement.Skipped.class);
    }

    @Test
    void isNotAboutNextFragmentsGapsNorOtherTotals() {
        assertThat(CaseBuilder.created().fragment(0, 9, 20).fragment(10, 19, 20).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().fragment(0, 9, 20).fragment(11, 19, 20).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().fragment(0, 9, 20).fragment(5, 19, 30).by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutSessionsThatMayHaveEndedOrOffsetsThatAreNotKnown() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20)
                        .close()
                        .fragment(5, 14, 20)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .fragment(0, 9, 20)
                        .fragment(0, 9, 20)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement overlap(Dialect dialect, UnaryOperator<Message> ack) {
        return CaseBuilder.created()
                .dialect(dialect)
                .fragment(0, 9, 30)
                .fragment(5, 14, 30, ack)
                .by(RULE);
    }

    private static Judgement lastAgain(Dialect dialect, UnaryOperator<Message> ack) {
        return CaseBuilder.created()
                .dialect(dialect)
                .fragment(0, 9, 20)
                .fragment(10, 19, 20)
                .fragment(10, 19, 20, ack)
                .by(RULE);
    }
}
