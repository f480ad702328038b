package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidRangeIsAnsweredAsHttpSaysTests {

    private static final InvalidRangeIsAnsweredAsHttpSays RULE = new InvalidRangeIsAnsweredAsHttpSays();

    @ParameterizedTest
    @CsvSource({
        "bytes=100-, 416",
        "bytes=100-, 200",
        "bytes=-0, 416",
        "bytes=abc, 200",
        "bytes=abc, 400",
        "bytes=9-0, 416",
        "bytes=, 200",
        "items=0-9, 200"
    })
    void holdsForWhatHttpAllows(String range, int status) {
        assertThat(Replied.ranged(range, Replied.whole().status(status)).by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void holdsForTheRightLengthInA416() {
        assertThat(Replied.ranged("bytes=100-", Replied.whole().status(416).with("Content-Range", "bytes */100"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=100-, 206, 416 or 200",
        "bytes=100-, 400, 416 or 200",
        "bytes=abc, 206, '200, 400 or 416'",
        "bytes=9-0, 500, '200, 400 or 416'"
    })
    void breaksForAnyOtherStatus(String range, int status, String expected) {
        assertThat(Replied.ranged(range, Replied.whole().status(status)).by(RULE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message())
                                .isEqualTo("The GET of the reply with Range: " + range + " was answered " + status
                                        + " where " + expected + " is expected."));
    }

    @Test
    void breaksForAnotherLengthInA416() {
        assertThat(Replied.ranged("bytes=100-", Replied.whole().status(416).with("Content-Range", "bytes */99"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "Content-Range: bytes */100, or none,",
                        "Content-Range: bytes */99",
                        "The 416 answer to the GET of the reply with Range: bytes=100- has Content-Range: bytes */99"
                                + " where Content-Range: bytes */100, or none, is expected."));
    }

    @Test
    void isNotAboutRangesThatTheReplyHas() {
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9)).by(RULE)).isEmpty();
        assertThat(Replied.ranged("bytes=0-9,200-", Replied.slice(0, 9)).by(RULE))
                .isEmpty();
        assertThat(Replied.uploaded()
                        .download(Replied.get().with("Range", "bytes=100-"), Replied.slice(0, 9))
                        .by(RULE))
                .isEmpty();
    }
}
