package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClosedSessionTakesNoFragmentTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("ClosedSessionTakesNoFragment");

    private static final String BY_MC_BUP = "500 with 0x8020001F (BG_E_SESSION_NOT_FOUND)";

    @ParameterizedTest
    @EnumSource(names = {"ANY", "MC_BUP", "WINDOWS"})
    void holdsForNoSuchSessionUnderMcBup(Dialect dialect) {
        assertThat(afterClose(dialect, ack -> ack.error(500, "0x8020001F"))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "WINDOWS"})
    void holdsFor400UnderTheWin32Pages(Dialect dialect) {
        assertThat(afterClose(dialect, ack -> ack.error(400, "0x80070057"))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, '500 with 0x8020001F (BG_E_SESSION_NOT_FOUND), or 400'",
        "WINDOWS, '500 with 0x8020001F (BG_E_SESSION_NOT_FOUND), or 400'",
        "WIN32, 400",
        "MC_BUP, 500 with 0x8020001F (BG_E_SESSION_NOT_FOUND)"
    })
    void breaksIfItIsAccepted(Dialect dialect, String expected) {
        assertThat(afterClose(dialect, ack -> ack))
                .isEqualTo(Judgement.broken(
                        expected,
                        "HTTP/1.1 200 OK with no HRESULT",
                        "A Fragment after Close-Session was answered 200 with no HRESULT where " + expected
                                + " is expected."));
    }

    @Test
    void breaksFor500WithAnotherCode() {
        assertThat(afterClose(Dialect.MC_BUP, ack -> ack.error(500, "0x80070057")))
                .isEqualTo(Judgement.broken(
                        BY_MC_BUP,
                        "HTTP/1.1 500 Internal Server Error with BITS-Error: 0x80070057",
                        "A Fragment after Close-Session was answered 500 with BITS-Error: 0x80070057 where " + BY_MC_BUP
                                + " is expected."));
    }

    @Test
    void breaksForTheOtherDocumentsAnswer() {
        assertThat(afterClose(Dialect.MC_BUP, ack -> ack.error(400, "0x80070057")))
                .isInstanceOf(Judgement.Broken.class);
        assertThat(afterClose(Dialect.WIN32, ack -> ack.error(500, "0x8020001F")))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isNotAskedIfTheCloseWasNotAnswered() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .nextUnanswered(Ending.TIMED_OUT)
                        .close()
                        .fragment(0, 9, 10)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAFragmentWithASecondFlaw() {
        assertThat(CaseBuilder.created()
                        .dialect(Dialect.MC_BUP)
                        .fragment(0, 9, 10)
                        .close()
                        .fragment(0, 9, 20, ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutOpenOrCancelledSessionsNorOtherPackets() {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().cancel().fragment(0, 9, 10).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().close().close().by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement afterClose(Dialect dialect, UnaryOperator<Message> ack) {
        return CaseBuilder.created()
                .dialect(dialect)
                .fragment(0, 9, 10)
                .close()
                .fragment(0, 9, 10, ack)
                .by(RULE);
    }
}
