package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelSucceedsTests {

    private static final CancelSucceeds RULE = new CancelSucceeds();

    @Test
    void holdsAtAnyTimeBeforeTheLastByte() {
        assertThat(CaseBuilder.created().cancel().by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.created().fragment(0, 4, 10).cancel().by(RULE)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksForAnyOtherStatusInEveryDialect(Dialect dialect) {
        assertThat(CaseBuilder.created()
                        .dialect(dialect)
                        .cancel(ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 200",
                        "HTTP/1.1 400 Bad Request",
                        "Cancel-Session was answered 400 where 200 is expected."));
    }

    @Test
    void isOpenAfterTheLastByte() {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).cancel().by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .cancel(ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.observed("Cancel-Session after the last byte was answered 400."));
    }

    @Test
    void isNotAboutClosedNorUnknownSessions() {
        assertThat(CaseBuilder.created().close().cancel(ack -> ack.status(500)).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .cancel(ack -> ack.status(500))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
