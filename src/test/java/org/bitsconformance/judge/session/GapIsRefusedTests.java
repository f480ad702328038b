package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class GapIsRefusedTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("GapIsRefused");

    @Test
    void holdsFor416() {
        assertThat(withGap(ack -> ack.status(416).with("BITS-Received-Content-Range", "10")))
                .isEqualTo(Judgement.held());
        assertThat(CaseBuilder.created()
                        .fragment(5, 9, 10, ack -> ack.status(416))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksIfItIsAccepted() {
        assertThat(withGap(ack -> ack))
                .isEqualTo(Judgement.broken(
                        "status 416",
                        "HTTP/1.1 200 OK",
                        "Fragment (bytes 15-19/20) was answered 200 where 416 is expected."));
    }

    @Test
    void breaksIfItIsRefusedWithAnotherStatus() {
        assertThat(withGap(ack -> ack.error(500, "0x80070112")))
                .isEqualTo(Judgement.broken(
                        "status 416",
                        "HTTP/1.1 500 Internal Server Error",
                        "Fragment (bytes 15-19/20) was answered 500 where 416 is expected."));
    }

    @Test
    void isNotAboutAGapWithASecondFault() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20)
                        .fragment(15, 19, 30, ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutTheNextByteNorOtherPackets() {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().close().by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement withGap(UnaryOperator<Message> ack) {
        return CaseBuilder.created()
                .fragment(0, 9, 20)
                .fragment(15, 19, 20, ack)
                .by(RULE);
    }
}
