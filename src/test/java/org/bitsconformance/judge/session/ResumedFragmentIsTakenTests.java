package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedFragmentIsTakenTests {

    private static final ResumedFragmentIsTaken RULE = new ResumedFragmentIsTaken();

    @ParameterizedTest
    @ValueSource(ints = {200, 416})
    void holdsWhetherItIsAcceptedOrOutOfSync(int status) {
        assertThat(brokenOff("1234")
                        .fragment(10, 19, 30, ack -> ack.status(status))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void holdsForAWholeFragmentWhoseAnswerWasNotAwaited() {
        assertThat(brokenOff("1234567890")
                        .fragment(10, 19, 30, ack -> ack.status(416))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksIfTheSessionEndedWithItsConnection(Dialect dialect) {
        assertThat(brokenOff("1234")
                        .dialect(dialect)
                        .fragment(10, 19, 30, ResumedFragmentIsTakenTests::unknownSession)
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 200 or 416",
                        "HTTP/1.1 500 Internal Server Error",
                        "Fragment (bytes 10-19/30) was answered 500 where 200 or 416 is expected."));
    }

    @Test
    void isSkippedIfTheTargetLacksTheRoom() {
        assertThat(brokenOff("1234")
                        .fragment(10, 19, 30, ack -> ack.error(500, "0x80070112"))
                        .by(RULE))
                .isEqualTo(Judgement.skipped("the target's limit: Fragment was answered 500"));
    }

    @Test
    void isNotAskedIfTheOffsetIsCertain() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 30, ResumedFragmentIsTakenTests::unknownSession)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(brokenOff("")
                        .fragment(10, 19, 30, ResumedFragmentIsTakenTests::unknownSession)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(brokenOff("1234")
                        .fragment(10, 19, 30)
                        .fragment(20, 29, 30, ResumedFragmentIsTakenTests::unknownSession)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutFragmentsThatBeginElsewhere() {
        assertThat(brokenOff("1234")
                        .fragment(20, 29, 30, ResumedFragmentIsTakenTests::unknownSession)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutFlawsNorOpenPacketsNorAnswersBelowTheProtocol() {
        assertThat(brokenOff("1234")
                        .fragment(10, 19, 40, ResumedFragmentIsTakenTests::unknownSession)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(brokenOff("1234")
                        .purpose(Purpose.OPEN)
                        .fragment(10, 19, 30, ResumedFragmentIsTakenTests::unknownSession)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(brokenOff("1234")
                        .fragment(10, 19, 30, ack -> ack.ofFrontEnd(503))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Message unknownSession(Message ack) {
        return ack.error(500, "0x8020001F");
    }

    /** Ten bytes have arrived, and this part of the next ten was sent. */
    private static CaseBuilder brokenOff(String part) {
        return CaseBuilder.created()
                .fragment(0, 9, 30)
                .newConnection()
                .nextRequest(request -> request.onlyBody(part))
                .nextUnanswered(Ending.CUT_OFF)
                .fragment(10, 19, 30)
                .newConnection();
    }
}
