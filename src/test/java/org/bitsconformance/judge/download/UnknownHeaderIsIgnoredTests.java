package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class UnknownHeaderIsIgnoredTests {

    private static final UnknownHeaderIsIgnored RULE = new UnknownHeaderIsIgnored();

    @Test
    void holdsForTheSameAnswer() {
        assertThat(asked(Replied.whole())).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherStatus() {
        assertThat(asked(Replied.whole().status(400)))
                .containsExactly(Judgement.broken(
                        "status 200 as without the unknown header field",
                        "HTTP/1.1 400 Bad Request",
                        "The GET of the reply was answered 400 where 200 as without the unknown header field is"
                                + " expected."));
    }

    @Test
    void breaksForOtherBytes() {
        assertThat(asked(Replied.whole().body("0123")))
                .containsExactly(Judgement.broken(
                        "the body that came without the unknown header field",
                        "a body that differs from byte 4 on",
                        "The 200 answer to the GET of the reply has a body that differs from byte 4 on where the body"
                                + " that came without the unknown header field is expected."));
    }

    @Test
    void isNotAboutTheSameRequestTwiceNorRangesNorBusyServers() {
        assertThat(Replied.fetched()
                        .download(Replied.get(), Replied.whole().status(400))
                        .by(RULE))
                .isEmpty();
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9)).by(RULE)).isEmpty();
        assertThat(asked(Replied.whole().status(503))).isEmpty();
    }

    private static List<Judgement> asked(Message answer) {
        return Replied.fetched()
                .download(Replied.get().with("X-Unheard-Of", "1"), answer)
                .by(RULE);
    }
}
