package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class RangesKeepTheirOrderTests {

    private static final RangesKeepTheirOrder RULE = new RangesKeepTheirOrder();

    @Test
    void holdsForTheOrderOfTheRequest() {
        assertThat(Replied.ranged("bytes=50-59,0-3", Replied.parts(Replied.part(50, 59), Replied.part(0, 3)))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnother() {
        assertThat(Replied.ranged("bytes=50-59,0-3", Replied.parts(Replied.part(0, 3), Replied.part(50, 59)))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "the order 50-59, 0-3",
                        "the order 0-3, 50-59",
                        "The 206 answer to the GET of the reply with Range: bytes=50-59,0-3 has the order 0-3, 50-59"
                                + " where the order 50-59, 0-3 is expected."));
    }

    @Test
    void breaksForMoreRangesThanRequested() {
        assertThat(Replied.ranged(
                                "bytes=0-3,50-59",
                                Replied.parts(Replied.part(0, 3), Replied.part(50, 59), Replied.part(0, 3)))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "the ranges 0-3, 50-59 and no others",
                        "the ranges 0-3, 50-59, 0-3",
                        "The 206 answer to the GET of the reply with Range: bytes=0-3,50-59 has the ranges 0-3, 50-59,"
                                + " 0-3 where the ranges 0-3, 50-59 and no others is expected."));
    }

    @Test
    void isSkippedIfOtherRangesOrNoneCame() {
        assertThat(Replied.ranged("bytes=0-9,10-19", Replied.slice(0, 19)).by(RULE))
                .containsExactly(Judgement.skipped("the parts are not the ranges that were asked for"));
        assertThat(Replied.ranged("bytes=0-9,10-19", Replied.whole()).by(RULE))
                .containsExactly(Judgement.skipped("the target did not answer several ranges at once with 206"));
    }
}
