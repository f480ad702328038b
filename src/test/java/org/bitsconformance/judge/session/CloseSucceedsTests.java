package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseSucceedsTests {

    private static final CloseSucceeds RULE = new CloseSucceeds();

    @Test
    void holdsAfterTheLastByte() {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).close().by(RULE)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksForAnyOtherStatusInEveryDialect(Dialect dialect) {
        assertThat(CaseBuilder.created()
                        .dialect(dialect)
                        .fragment(0, 9, 10)
                        .close(ack -> ack.error(500, "0x80004005"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 200",
                        "HTTP/1.1 500 Internal Server Error",
                        "Close-Session was answered 500 where 200 is expected."));
    }

    @Test
    void isSkippedIfTheTargetLacksTheRoom() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .close(ack -> ack.error(500, "0x80070112"))
                        .by(RULE))
                .isEqualTo(Judgement.skipped("the target's limit: Close-Session was answered 500"));
    }

    @Test
    void isOpenBeforeTheLastByteAndForAnEmptyUpload() {
        assertThat(CaseBuilder.created().close(ack -> ack.status(400)).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .fragment(0, 8, 10)
                        .close(ack -> ack.status(400))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isOpenAfterALateCancel() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .cancel()
                        .close(ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void holdsForARepeatedClose() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .nextUnanswered(Ending.CLOSED)
                        .close()
                        .close()
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void isOpenForTheSecondCloseAfterSilence() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .nextUnanswered(Ending.CLOSED)
                        .close()
                        .close(ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
