package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class PartHeadersAreShortTests {

    private static final PartHeadersAreShort RULE = new PartHeadersAreShort();

    @Test
    void holdsFor180BytesOfOtherHeaders() {
        assertThat(withOther(180)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForMore() {
        assertThat(withOther(181))
                .containsExactly(Judgement.broken(
                        "at most 180 bytes of other headers in a part",
                        "a part with 181 bytes of other headers",
                        "The 206 answer to the GET of the reply with Range: bytes=0-3,50-59 has a part with 181 bytes"
                                + " of other headers where at most 180 bytes of other headers in a part is expected."));
    }

    private static List<Judgement> withOther(int length) {
        String other = "X-Other: " + "x".repeat(length - "X-Other: ".length()) + "\r\n";
        return Replied.ranged(
                        "bytes=0-3,50-59",
                        Replied.parts(Replied.part(0, 3), Replied.part(50, 59, head -> head + other)))
                .by(RULE);
    }
}
