package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class ReplyUrlIsGivenAgainTests {

    private static final String NAME = "BITS-Reply-URL";
    private static final ReplyUrlIsGivenAgain RULE = new ReplyUrlIsGivenAgain();

    @Test
    void holdsIfItComesAgain() {
        assertThat(given().fragment(0, 9, 10, ack -> ack.with(NAME, "/replies/1"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksIfItDoesNot() {
        assertThat(given().fragment(0, 9, 10).by(RULE))
                .containsExactly(
                        Judgement.broken(NAME, "no " + NAME, "The 200 answer to Fragment has no BITS-Reply-URL."));
    }

    @Test
    void isNotAboutARefusedRepeatNorTheFirstTimeNorAUrlThatNeverCame() {
        assertThat(given().by(RULE)).isEmpty();
        assertThat(given().fragment(0, 9, 10, ack -> ack.status(416)).by(RULE)).isEmpty();
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .fragment(0, 9, 10)
                        .fragment(0, 9, 10)
                        .by(RULE))
                .isEmpty();
    }

    private static CaseBuilder given() {
        return CaseBuilder.created().uploadReply().fragment(0, 9, 10, ack -> ack.with(NAME, "/replies/1"));
    }
}
