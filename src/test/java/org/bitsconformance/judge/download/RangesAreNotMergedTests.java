package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class RangesAreNotMergedTests {

    private static final RangesAreNotMerged RULE = new RangesAreNotMerged();

    @Test
    void holdsForEachByItself() {
        assertThat(Replied.ranged("bytes=0-9,10-19", Replied.parts(Replied.part(0, 9), Replied.part(10, 19)))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForOneRangeInsteadOfSeveral() {
        assertThat(Replied.ranged("bytes=0-9,5-19", Replied.slice(0, 19)).by(RULE))
                .containsExactly(Judgement.broken(
                        "the ranges 0-9, 5-19, each by itself",
                        "the ranges 0-19",
                        "The 206 answer to the GET of the reply with Range: bytes=0-9,5-19 has the ranges 0-19 where"
                                + " the ranges 0-9, 5-19, each by itself is expected."));
        assertThat(Replied.ranged("bytes=0-9,10-19", Replied.parts(Replied.part(0, 19)))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void isSkippedIfNotAllOfThemCame() {
        assertThat(Replied.ranged("bytes=0-9,50-59", Replied.slice(0, 9)).by(RULE))
                .containsExactly(Judgement.skipped("not all of the ranges came back"));
        assertThat(Replied.ranged("bytes=0-9,50-59", Replied.whole()).by(RULE))
                .containsExactly(Judgement.skipped("the target did not answer several ranges at once with 206"));
    }
}
