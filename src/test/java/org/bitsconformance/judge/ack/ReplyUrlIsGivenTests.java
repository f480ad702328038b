package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class ReplyUrlIsGivenTests {

    private static final String NAME = "BITS-Reply-URL";
    private static final ExchangeRule RULE = NamedRule.ofExchanges("ReplyUrlIsGiven");

    @Test
    void holdsForTheFragmentWithTheLastByte() {
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10, ack -> ack.with(NAME, "/replies/1"))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksIfItIsMissingOrEmpty() {
        assertThat(CaseBuilder.created().uploadReply().fragment(0, 9, 10).by(RULE))
                .isEqualTo(Judgement.broken(NAME, "no " + NAME, "The 200 answer to Fragment has no BITS-Reply-URL."));
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10, ack -> ack.with(NAME, ""))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isNotAboutOtherFragmentsNorRefusalsNorSimpleUploads() {
        assertThat(CaseBuilder.created().uploadReply().fragment(0, 4, 10).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10, ack -> ack.error(500, "0x80070112"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().fragment(0, 9, 10).by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAPartlyAcceptedFragmentNorARepeatedOne() {
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10, ack -> ack.with("BITS-Received-Content-Range", "5"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10)
                        .fragment(0, 9, 10)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
