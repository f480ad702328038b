package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;

class ClosedSessionTakesNoEndTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("ClosedSessionTakesNoEnd");

    @ParameterizedTest
    @EnumSource(names = {"ANY", "MC_BUP", "WINDOWS"})
    void holdsForNoSuchSessionUnderMcBup(Dialect dialect) {
        for (Judgement judgement : again(dialect, ack -> ack.error(500, "0x8020001F"))) {
            assertThat(judgement).isEqualTo(Judgement.held());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "WINDOWS"})
    void holdsFor400UnderTheWin32Pages(Dialect dialect) {
        for (Judgement judgement : again(dialect, ack -> ack.error(400, "0x80070057"))) {
            assertThat(judgement).isEqualTo(Judgement.held());
        }
    }

    @ParameterizedTest
    @EnumSource
    void breaksForSuccess(Dialect dialect) {
        for (Judgement judgement : again(dialect, ack -> ack)) {
            assertThat(judgement).isInstanceOf(Judgement.Broken.class);
        }
    }

    @Test
    void breaksForTheOtherDocumentsAnswerAndForAnotherCode() {
        assertThat(again(Dialect.MC_BUP, ack -> ack.error(400, "0x80070057")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(again(Dialect.WIN32, ack -> ack.error(500, "0x8020001F")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(again(Dialect.ANY, ack -> ack.error(500, "0x80070057")))
                .contains(Judgement.broken(
                        "500 with 0x8020001F (BG_E_SESSION_NOT_FOUND), or 400",
                        "HTTP/1.1 500 Internal Server Error with BITS-Error: 0x80070057",
                        "A Close-Session after Close-Session was answered 500 with BITS-Error: 0x80070057 where 500"
                                + " with 0x8020001F (BG_E_SESSION_NOT_FOUND), or 400 is expected."));
    }

    @Test
    void isNotAboutOpenOrCancelledSessionsNorOtherPackets() {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).close().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().cancel().close().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().close().fragment(0, 9, 10).by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAskedIfTheCloseWasNotAnswered() {
        assertThat(CaseBuilder.created()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .close()
                        .close()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static List<Judgement> again(Dialect dialect, UnaryOperator<Message> ack) {
        return List.of(
                closed(dialect).close(ack).by(RULE), closed(dialect).cancel(ack).by(RULE));
    }

    private static CaseBuilder closed(Dialect dialect) {
        return CaseBuilder.created().dialect(dialect).fragment(0, 9, 10).close();
    }
}
