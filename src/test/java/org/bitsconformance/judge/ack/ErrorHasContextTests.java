package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorHasContextTests {

    private static final ErrorHasContext RULE = new ErrorHasContext();

    @Test
    void isSkippedIfAPacketWithAnotherFlawIsAnswered416() {
        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.with("Content-Range", "bytes 5-19/10"))
                        .fragment(5, 9, 10, ack -> ack.status(416))
                        .by(RULE))
                .isEqualTo(
                        Judgement.skipped("Fragment was answered 416, with which the documents leave a context open"));
    }

    @Test
    void holdsWithOne() {
        assertThat(refused(Dialect.ANY, ack -> ack.error(500, "0x1"))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksNextToBitsErrorInEveryDialect(Dialect dialect) {
        assertThat(refused(dialect, ack -> ack.error(403, "0x1").without("BITS-Error-Context")))
                .isEqualTo(Judgement.broken(
                        "BITS-Error-Context",
                        "no BITS-Error-Context",
                        "The 403 answer to Ping has no BITS-Error-Context."));
    }

    @Test
    void breaksIfItIsEmpty() {
        assertThat(refused(Dialect.ANY, ack -> ack.error(500, "0x1").with("BITS-Error-Context", "")))
                .isEqualTo(Judgement.broken(
                        "BITS-Error-Context",
                        "an empty BITS-Error-Context",
                        "The 500 answer to Ping has an empty BITS-Error-Context."));
    }

    @ParameterizedTest
    @EnumSource
    void isOpenNextToBitsErrorCodeAlone(Dialect dialect) {
        assertThat(refused(dialect, ack -> ack.status(500).with("BITS-Error-Code", "0x1")))
                .isEqualTo(
                        Judgement.observed("The 500 answer to Ping has BITS-Error-Code without BITS-Error-Context."));
    }

    @Test
    void isExcusedTogetherWithTheCodeIfWindowsLeavesItOut() {
        assertThat(refused(Dialect.WINDOWS, ack -> ack.status(403)))
                .isEqualTo(Judgement.observed("The 403 answer to Ping leaves BITS-Error-Context out together with the"
                        + " HRESULT (MC-BUP note 4)."));
        assertThat(refused(Dialect.WINDOWS, ack -> ack.status(500))).isInstanceOf(Judgement.Broken.class);
        assertThat(refused(Dialect.ANY, ack -> ack.status(403))).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 416, 413})
    void isNotAboutSuccessNorOutOfSyncNorTheTargetsLimit(int status) {
        assertThat(refused(Dialect.ANY, ack -> ack.status(status))).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement refused(Dialect dialect, UnaryOperator<Message> ack) {
        return CaseBuilder.session().dialect(dialect).ping(ack).by(RULE);
    }
}
