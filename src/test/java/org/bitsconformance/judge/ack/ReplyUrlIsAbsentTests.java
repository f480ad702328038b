package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyUrlIsAbsentTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("ReplyUrlIsAbsent");

    @Test
    void holdsWithoutOne() {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).by(RULE)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://server.example/reply"})
    void breaksWithOne(String reply) {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", reply))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "no BITS-Reply-URL",
                        "BITS-Reply-URL: " + reply,
                        "The 200 answer to Fragment has BITS-Reply-URL: " + reply
                                + " where no BITS-Reply-URL is expected."));
    }

    @Test
    void isNotAboutUploadsWithRepliesNorOtherPackets() {
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", "x"))
                        .by(RULE))
                .isEqualTo(Judgement.skipped("the target answers uploads with a reply"));
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.with("BITS-Reply-URL", "x"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
