package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingLengthIsRefusedTests {

    private static final MissingLengthIsRefused RULE = new MissingLengthIsRefused();
    private static final String PAGE = "HTTP/1.1 411 Length Required\r\nContent-Length: 4\r\n\r\npage";

    @ParameterizedTest
    @ValueSource(ints = {400, 411})
    void holdsForARefusal(int status) {
        assertThat(unmeasured(CaseBuilder.session())
                        .ping(ack -> ack.status(status))
                        .by(RULE))
                .isEqualTo(Judgement.held());
        assertThat(unmeasured(CaseBuilder.created())
                        .fragment(0, 9, 10, ack -> ack.status(status))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void holdsForTheRefusalOfAFrontEndThatIsNoAck() {
        CaseBuilder played = unmeasured(CaseBuilder.session())
                .nextAnswered(PAGE, Ending.ANSWERED)
                .ping();

        assertThat(played.by(RULE)).isEqualTo(Judgement.held());
        assertThat(played.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ANY, true", "WIN32, true", "WINDOWS, true", "MC_BUP, false"})
    void holdsForSuccessIfTheWin32PagesCount(Dialect dialect, boolean held) {
        Judgement judgement = held
                ? Judgement.held()
                : Judgement.broken(
                        "status 400 or 411",
                        "HTTP/1.1 200 OK",
                        "Create-Session was answered 200 where 400 or 411 is expected.");

        assertThat(unmeasured(CaseBuilder.session().dialect(dialect)).create().by(RULE))
                .isEqualTo(judgement);
        assertThat(unmeasured(CaseBuilder.created().dialect(dialect)).cancel().by(RULE))
                .isInstanceOf(judgement.getClass());
    }

    @ParameterizedTest
    @EnumSource
    void holdsForAPingThatIsAnsweredInEveryDialect(Dialect dialect) {
        assertThat(unmeasured(CaseBuilder.created().dialect(dialect)).ping().by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksForAFragmentThatIsAcceptedInEveryDialect(Dialect dialect) {
        assertThat(unmeasured(CaseBuilder.created().dialect(dialect))
                        .fragment(0, 9, 10)
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 400 or 411",
                        "HTTP/1.1 200 OK",
                        "Fragment (bytes 0-9/10) was answered 200 where 400 or 411 is expected."));
    }

    @Test
    void isOpenForOtherRefusalsAndForSilence() {
        assertThat(unmeasured(CaseBuilder.session())
                        .ping(ack -> ack.status(503))
                        .by(RULE))
                .isEqualTo(Judgement.observed("Ping without Content-Length was answered 503."));
        assertThat(unmeasured(CaseBuilder.session())
                        .nextUnanswered(Ending.CLOSED)
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.observed("Ping without Content-Length was not answered."));
    }

    @Test
    void isNotAboutPacketsThatHaveALengthOrAnotherFlaw() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .nextRequest(
                                request -> request.without("Content-Length").startLine("BITS_POST /a HTTP/1.0"))
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(unmeasured(CaseBuilder.created().close()).close().by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static CaseBuilder unmeasured(CaseBuilder played) {
        return played.nextRequest(MissingLengthIsRefusedTests::withoutLength);
    }

    private static Message withoutLength(Message request) {
        return request.without("Content-Length");
    }
}
