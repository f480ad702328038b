package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackTimeoutHasHostTests {

    private static final FallbackTimeoutHasHost RULE = new FallbackTimeoutHasHost();

    @ParameterizedTest
    @EnumSource
    void holdsForBoth(Dialect dialect) {
        assertThat(answered(
                        dialect, ack -> ack.with("BITS-Host-Id", "other").with("BITS-Host-Id-Fallback-Timeout", "110")))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "WINDOWS"})
    void holdsForAHostAloneUnderTheWin32Pages(Dialect dialect) {
        assertThat(answered(dialect, ack -> ack.with("BITS-Host-Id", "other"))).isEqualTo(Judgement.held());
    }

    @Test
    void isOpenForAHostAloneUnderMcBup() {
        assertThat(answered(Dialect.MC_BUP, ack -> ack.with("BITS-Host-Id", "other")))
                .isEqualTo(Judgement.observed("The 200 answer to Create-Session has BITS-Host-Id without"
                        + " BITS-Host-Id-Fallback-Timeout."));
    }

    @ParameterizedTest
    @EnumSource
    void breaksForATimeoutAlone(Dialect dialect) {
        assertThat(answered(dialect, ack -> ack.with("BITS-Host-Id-Fallback-Timeout", "110")))
                .isEqualTo(Judgement.broken(
                        "no BITS-Host-Id-Fallback-Timeout",
                        "BITS-Host-Id-Fallback-Timeout: 110",
                        "The 200 answer to Create-Session has BITS-Host-Id-Fallback-Timeout: 110 where no"
                                + " BITS-Host-Id-Fallback-Timeout is expected."));
    }

    @Test
    void isNotAboutAcksWithoutThemNorOtherPackets() {
        assertThat(answered(Dialect.ANY, ack -> ack)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Host-Id-Fallback-Timeout", "110"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement answered(Dialect dialect, UnaryOperator<Message> ack) {
        return CaseBuilder.session().dialect(dialect).create(ack).by(RULE);
    }
}
