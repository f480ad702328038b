package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleRangeIsServedTests {

    private static final SingleRangeIsServed RULE = new SingleRangeIsServed();

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=99-99, 99, 99",
        "bytes=50-, 50, 99",
        "bytes=50-199, 50, 99",
        "bytes=-25, 75, 99",
        "bytes=-200, 0, 99",
        "'BYTES = 0 - 9 ,', 0, 9"
    })
    void holdsForTheRequestedRange(String range, int first, int last) {
        assertThat(Replied.ranged(range, Replied.slice(first, last)).by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void holdsForAnUnknownTotalAndForAllOfTheReplyWith200() {
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9).with("Content-Range", "bytes 0-9/*"))
                        .by(RULE))
                .containsExactly(Judgement.held());
        assertThat(Replied.ranged("bytes=0-99", Replied.whole()).by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnyOtherStatus() {
        assertThat(Replied.ranged("bytes=0-9", Replied.whole()).by(RULE))
                .containsExactly(Judgement.broken(
                        "status 206",
                        "HTTP/1.1 200 OK",
                        "The GET of the reply with Range: bytes=0-9 was answered 200 where 206 is expected."));
        assertThat(Replied.ranged("bytes=-5", Replied.whole().status(416)).by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void isSkippedForAReplyThatIsGone() {
        CaseBuilder ranged = Replied.ranged("bytes=0-9", Replied.whole().status(404));
        assertThat(ranged.by(RULE)).hasOnlyElementsOfType(Judgement.Broken.class);

        assertThat(ranged.download(Replied.get(), Replied.whole()).by(RULE))
                .as("it is still there")
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(ranged.download(Replied.get(), Replied.whole().status(410)).by(RULE))
                .containsExactly(
                        Judgement.skipped("the reply is gone after it was fetched, which is another requirement"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes 0-8/100", "bytes 1-10/100", "bytes 0-9/10", "bytes=0-9/100", "items 0-9/100", "0-9/100"})
    void breaksForAnotherRange(String named) {
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9).with("Content-Range", named))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "Content-Range: bytes 0-9/100",
                        "Content-Range: " + named,
                        "The 206 answer to the GET of the reply with Range: bytes=0-9 has Content-Range: " + named
                                + " where Content-Range: bytes 0-9/100 is expected."));
    }

    @Test
    void breaksForNoRangeAndForParts() {
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9).without("Content-Range"))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(Replied.ranged("bytes=0-9", Replied.parts(Replied.part(0, 9)))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void holdsAndBreaksIfOnlyTheAnswerIsKnown() {
        assertThat(Replied.uploaded()
                        .download(Replied.get().with("Range", "bytes=0-9"), Replied.slice(0, 9))
                        .by(RULE))
                .containsExactly(Judgement.held());
        assertThat(Replied.uploaded()
                        .download(Replied.get().with("Range", "bytes=0-9"), Replied.slice(0, 8))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(Replied.uploaded()
                        .download(Replied.get().with("Range", "bytes=0-9"), Replied.whole())
                        .by(RULE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-9,20-29",
                "bytes=100-",
                "bytes=9-0",
                "bytes=",
                "bytes=-0",
                "items=0-9",
                "bytes=a-b",
                "bytes=-"
            })
    void isNotAboutAnyOtherRange(String range) {
        assertThat(Replied.ranged(range, Replied.whole()).by(RULE)).isEmpty();
    }

    @Test
    void isNotAboutHeadNorBusyServers() {
        assertThat(Replied.fetched()
                        .download(Replied.head().with("Range", "bytes=0-9"), Replied.header())
                        .by(RULE))
                .isEmpty();
        assertThat(Replied.ranged("bytes=0-9", Replied.whole().status(503)).by(RULE))
                .isEmpty();
    }
}
