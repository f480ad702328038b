package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class RangeBytesAreOfTheReplyTests {

    private static final RangeBytesAreOfTheReply RULE = new RangeBytesAreOfTheReply();

    @Test
    void holdsForTheBytesThatTheAnswerNames() {
        assertThat(Replied.ranged("bytes=3-9", Replied.slice(3, 9)).by(RULE)).containsExactly(Judgement.held());
        assertThat(Replied.ranged("bytes=3-9", Replied.whole()).by(RULE)).containsExactly(Judgement.held());
        assertThat(Replied.ranged("bytes=0-3,50-59", Replied.parts(Replied.part(0, 3), Replied.part(50, 59)))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForOthers() {
        assertThat(Replied.ranged("bytes=3-9", Replied.slice(3, 9).body("4567890"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "the 7 bytes 3-9 of the reply",
                        "others from byte 3 on",
                        "The 206 answer to the GET of the reply with Range: bytes=3-9 has others from byte 3 on where"
                                + " the 7 bytes 3-9 of the reply is expected."));
    }

    @Test
    void breaksForFewer() {
        assertThat(Replied.ranged("bytes=3-9", Replied.slice(3, 9).body("345678"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "the 7 bytes 3-9 of the reply",
                        "6 bytes",
                        "The 206 answer to the GET of the reply with Range: bytes=3-9 has 6 bytes where the 7 bytes 3-9"
                                + " of the reply is expected."));
    }

    @Test
    void breaksForAPartOrAWholeThatDiffers() {
        assertThat(Replied.ranged(
                                "bytes=0-3,50-59",
                                Replied.parts(
                                        Replied.part(0, 3), Replied.part(50, 59).replace("\r\n\r\n0", "\r\n\r\n1")))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(Replied.ranged("bytes=abc", Replied.whole().body("0123")).by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void treatsMaskedBytesAsAnyByte() {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().body("01******89"))
                        .download(
                                Replied.get().with("Range", "bytes=4-9"),
                                Replied.slice(4, 9)
                                        .with("Content-Range", "bytes 4-9/10")
                                        .body("456789"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void isSkippedIfTheAnswerNamesNoRange() {
        assertThat(Replied.ranged("bytes=3-9", Replied.slice(3, 9).without("Content-Range"))
                        .by(RULE))
                .containsExactly(Judgement.skipped("the answer does not say which bytes of the reply it has"));
    }

    @Test
    void isNotAboutRefusalsNorCodedOrUnknownReplies() {
        assertThat(Replied.ranged("bytes=200-", Replied.whole().status(416)).by(RULE))
                .isEmpty();
        assertThat(Replied.ranged(
                                "bytes=3-9",
                                Replied.slice(3, 9)
                                        .with("Content-Encoding", "gzip")
                                        .body("4567890"))
                        .by(RULE))
                .isEmpty();
        assertThat(Replied.uploaded()
                        .download(Replied.get().with("Range", "bytes=3-9"), Replied.slice(3, 9))
                        .by(RULE))
                .isEmpty();
    }
}
