package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class PartsHaveHeadersTests {

    private static final PartsHaveHeaders RULE = new PartsHaveHeaders();

    private static final String RANGE = "bytes=0-3,50-59";

    @Test
    void holdsForBothInAnySpelling() {
        assertThat(parts(head -> head.replace("Content-Range: bytes", "content-range:Bytes")))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAPartWithoutARange() {
        assertThat(parts(head -> head.replaceFirst("Content-Range:[^\r]*\r\n", "")))
                .containsExactly(Judgement.broken(
                        "Content-Range with a range in every part",
                        "a part 2 without it",
                        "The 206 answer to the GET of the reply with Range: bytes=0-3,50-59 has a part 2 without it"
                                + " where Content-Range with a range in every part is expected."));
    }

    @Test
    void breaksForAPartWithoutATypeIfTheReplyHasOne() {
        assertThat(parts(head -> head.replaceFirst("Content-Type:[^\r]*\r\n", "")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void holdsForAPartWithoutATypeIfTheReplyHasNone() {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().without("Content-Type"))
                        .download(
                                Replied.get().with("Range", RANGE),
                                Replied.parts(
                                        Replied.part(0, 3, head -> head.replace("Content-Type: text/plain\r\n", "")),
                                        Replied.part(50, 59)))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void isSkippedIfThereAreNoParts() {
        assertThat(Replied.ranged(RANGE, Replied.whole()).by(RULE))
                .containsExactly(Judgement.skipped("the target did not answer several ranges with parts"));
    }

    private static List<Judgement> parts(UnaryOperator<String> header) {
        return Replied.ranged(RANGE, Replied.parts(Replied.part(0, 3), Replied.part(50, 59, header)))
                .by(RULE);
    }
}
