package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralRangesAreServedTests {

    private static final SeveralRangesAreServed RULE = new SeveralRangesAreServed();

    @Test
    void holdsForParts() {
        assertThat(Replied.ranged("bytes=0-3,50-59", Replied.parts(Replied.part(0, 3), Replied.part(50, 59)))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void holdsForRangesThatCameAsOneWhichIsAnotherRequirement() {
        assertThat(Replied.ranged("bytes=0-9,10-19", Replied.slice(0, 19)).by(RULE))
                .containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 416})
    void breaksIfTheyAreNotServed(int status) {
        assertThat(Replied.ranged("bytes=0-3,50-59", Replied.whole().status(status))
                        .by(RULE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message())
                                .isEqualTo("The GET of the reply with Range: bytes=0-3,50-59 was answered " + status
                                        + " where 206 is expected."));
    }

    @Test
    void breaksIfOneIsMissing() {
        assertThat(Replied.ranged("bytes=0-3,50-59", Replied.slice(0, 3)).by(RULE))
                .containsExactly(Judgement.broken(
                        "the ranges 0-3, 50-59",
                        "the ranges 0-3",
                        "The 206 answer to the GET of the reply with Range: bytes=0-3,50-59 has the ranges 0-3 where"
                                + " the ranges 0-3, 50-59 is expected."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=50-59,0-3", "bytes=0-9,5-14", "bytes=0-9,10-19"})
    void reportsWhatHttpGivesReasonsFor(String range) {
        assertThat(Replied.ranged(range, Replied.whole()).by(RULE))
                .containsExactly(Judgement.observed("The GET of the reply with Range: " + range
                        + " was answered 200; HTTP has reasons for that where ranges overlap, meet or descend."));
        assertThat(Replied.ranged(range, Replied.whole().status(500)).by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void isNotAboutOneRangeNorRangesThatTheReplyLacks() {
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9)).by(RULE)).isEmpty();
        assertThat(Replied.ranged("bytes=0-9,200-209", Replied.slice(0, 9)).by(RULE))
                .isEmpty();
    }
}
