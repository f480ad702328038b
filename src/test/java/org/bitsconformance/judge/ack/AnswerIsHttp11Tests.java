package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerIsHttp11Tests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("AnswerIsHttp11");

    @Test
    void holdsForHttp11() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksForHttp10() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.startLine("HTTP/1.0 200 OK"))
                        .by(RULE))
                .isEqualTo(Judgement.broken("HTTP/1.1", "HTTP/1.0", "The answer to Ping says HTTP/1.0."));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 408, 413, 421, 429, 431, 502, 503, 504, 520, 530})
    void isNotAboutAnswersBelowTheProtocol(int status) {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.ofFrontEnd(status).startLine("HTTP/1.0 " + status + " No"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504, 520})
    void isAboutAnAckWithSuchAStatus(int status) {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.startLine("HTTP/1.0 " + status + " No"))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }
}
