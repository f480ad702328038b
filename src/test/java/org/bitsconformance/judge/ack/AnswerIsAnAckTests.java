package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerIsAnAckTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("AnswerIsAnAck");

    private static final String EXPECTED = "BITS-Packet-Type: Ack";

    @ParameterizedTest
    @ValueSource(strings = {"Ack", "ACK", "ack"})
    void holdsInAnyCase(String value) {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("bits-packet-type", value))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksWithoutTheHeader() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.without("BITS-Packet-Type"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        EXPECTED, "no BITS-Packet-Type", "The 200 answer to Ping has no BITS-Packet-Type."));
    }

    @Test
    void breaksUnderTheNameThatMcBupOnceGivesIt() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.renamed("BITS-Packet-Type", "BITS-Package-Type"))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void breaksWithAnotherTypeEvenNextToTheRightOne() {
        Judgement broken = Judgement.broken(
                EXPECTED,
                "BITS-Packet-Type: Ping",
                "The 200 answer to Ping has BITS-Packet-Type: Ping where BITS-Packet-Type: Ack is expected.");

        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Packet-Type", "Ping"))
                        .by(RULE))
                .isEqualTo(broken);
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.and("BITS-Packet-Type: Ping"))
                        .by(RULE))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 503})
    void isNotAboutAnswersBelowTheProtocol(int status) {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.status(status).without("BITS-Packet-Type"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutTheAnswerToARequestThatIsNotHttp() {
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.without("Host"))
                        .ping(ack -> ack.status(400).without("BITS-Packet-Type"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/upload/../x", "/upload/%2e%2E/x", "/upload/..%2fx", "/upload/%252e%252e%255cx"})
    void isNotAboutAnHttpServerThatRefusesAPathThatLeadsUpwards(String path) {
        assertThat(refusedBare(path).by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/upload/x", "/upload/..x", "/upload/x..%2f"})
    void breaksIfOtherPathsAreRefusedThatWay(String path) {
        assertThat(refusedBare(path).by(RULE)).isInstanceOf(Judgement.Broken.class);
    }

    private static CaseBuilder refusedBare(String path) {
        return CaseBuilder.session()
                .nextRequest(request -> request.startLine("BITS_POST " + path + " HTTP/1.1"))
                .create(ack -> Message.of("HTTP/1.1 404 Not Found").with("Content-Length", "0"));
    }
}
