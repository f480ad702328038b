package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class ContentLengthIsThereTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("ContentLengthIsThere");

    @Test
    void holdsForZero() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksWithoutTheHeader() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.without("Content-Length"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "Content-Length", "no Content-Length", "The 200 answer to Ping has no Content-Length."));
    }

    @Test
    void breaksWithoutAValue() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("Content-Length", ""))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "Content-Length",
                        "an empty Content-Length",
                        "The 200 answer to Ping has an empty Content-Length."));
    }

    @Test
    void breaksIfTheBodyIsChunkedInstead() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.without("Content-Length")
                                .with("Transfer-Encoding", "chunked")
                                .onlyBody("0\r\n\r\n"))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }
}
