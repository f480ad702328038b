package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class ReplyUrlIsOfTheLastAloneTests {

    private static final String NAME = "BITS-Reply-URL";
    private static final ExchangeRule RULE = NamedRule.ofExchanges("ReplyUrlIsOfTheLastAlone");

    @Test
    void holdsForAFragmentWithoutIt() {
        assertThat(CaseBuilder.created().uploadReply().fragment(0, 4, 10).by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAFragmentWithIt() {
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 4, 10, ack -> ack.with(NAME, "/replies/1"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "no " + NAME,
                        NAME + ": /replies/1",
                        "The 200 answer to Fragment has BITS-Reply-URL: /replies/1 where no BITS-Reply-URL is"
                                + " expected."));
    }

    @Test
    void isNotAboutTheLastFragmentNorRefusalsNorSimpleUploads() {
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10, ack -> ack.with(NAME, "/replies/1"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(5, 9, 10, ack -> ack.status(416).with(NAME, "/replies/1"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .fragment(0, 4, 10, ack -> ack.with(NAME, "/replies/1"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
