package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeIsDocumentedTests {

    private static final ErrorCodeIsDocumented RULE = new ErrorCodeIsDocumented();

    @ParameterizedTest
    @ValueSource(strings = {"0x80070057", "x80070057", "80070057"})
    void holdsForTheCodeOfInvalidPackets(String code) {
        assertThat(unknownType(ack -> ack.error(400, code))).isEqualTo(Judgement.held());
        assertThat(unknownType(ack -> ack.status(400).with("BITS-Error-Code", code)))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAnotherCode() {
        assertThat(unknownType(ack -> ack.error(400, "0x80070005")))
                .isEqualTo(Judgement.broken(
                        "0x80070057 (E_INVALIDARG)",
                        "BITS-Error: 0x80070005",
                        "The 400 answer to a packet of no known type has BITS-Error: 0x80070005 where 0x80070057"
                                + " (E_INVALIDARG) is expected."));
    }

    @ParameterizedTest
    @EnumSource
    void breaksForTheRefusalOfAListInEveryDialect(Dialect dialect) {
        assertThat(CaseBuilder.session()
                        .dialect(dialect)
                        .nextRequest(request -> request.without("BITS-Supported-Protocols"))
                        .create(ack -> ack.error(400, "0x8020001F"))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void leavesMissingOrIllegibleCodesAndOtherStatusesToOtherRules() {
        assertThat(unknownType(ack -> ack.status(400))).isEqualTo(Judgement.outOfScope());
        assertThat(unknownType(ack -> ack.error(400, ""))).isEqualTo(Judgement.outOfScope());
        assertThat(unknownType(ack -> ack.error(400, "E_INVALIDARG"))).isEqualTo(Judgement.outOfScope());
        assertThat(unknownType(ack -> ack.error(500, "0x8020001F"))).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutPacketsOfAnEndedSessionNorWithTwoFlaws() {
        assertThat(CaseBuilder.created()
                        .close()
                        .fragment(0, 9, 10, ack -> ack.error(400, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .close()
                        .nextRequest(request -> request.without("Content-Range"))
                        .fragment(0, 9, 10, ack -> ack.error(400, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAskedIfTheSessionMayHaveEnded() {
        assertThat(CaseBuilder.created()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .close()
                        .nextRequest(request -> request.with("BITS-Packet-Type", "Nonsense"))
                        .cancel(ack -> ack.error(400, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .fragment(5, 9, 10)
                        .nextRequest(request -> request.without("Content-Range"))
                        .fragment(0, 9, 10, ack -> ack.error(400, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutValidPackets() {
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.error(400, "0x80070005"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement unknownType(UnaryOperator<Message> ack) {
        return CaseBuilder.session()
                .nextRequest(request -> request.with("BITS-Packet-Type", "Nonsense"))
                .ping(ack)
                .by(RULE);
    }
}
