package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class ReplyIsDeletedTests {

    private static final ReplyIsDeleted RULE = new ReplyIsDeleted("close-session.reply", PacketType.CLOSE_SESSION);

    @Test
    void holdsForAReplyThatIsGone() {
        assertThat(Replied.fetched()
                        .close()
                        .download(Replied.get(), Replied.whole())
                        .download(Replied.get(), Replied.whole().status(404))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAReplyThatIsStillThere() {
        assertThat(Replied.given("")
                        .close()
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "nothing at the URL of the reply",
                        "the reply, 100 bytes",
                        "After Close-Session the GET of the reply was answered 200 with the same 100 bytes as"
                                + " before."));
    }

    @Test
    void breaksAfterCancelSessionToo() {
        ReplyIsDeleted rule = new ReplyIsDeleted("cancel-session.reply", PacketType.CANCEL_SESSION);
        CaseBuilder still = Replied.given("").cancel().download(Replied.get(), Replied.whole());

        assertThat(still.by(rule)).hasOnlyElementsOfType(Judgement.Broken.class).hasSize(1);
        assertThat(still.by(RULE)).isEmpty();
        assertThat(rule.name()).isNotEqualTo(RULE.name());
    }

    @Test
    void reportsAReplyThatMayBeAtAUrlOfTheServerApplication() {
        for (CaseBuilder played :
                List.of(Replied.fetched(), Replied.given("BITS-Static-Response-URL: http://h/r\r\n"))) {
            assertThat(played.close().download(Replied.get(), Replied.whole()).by(RULE))
                    .containsExactly(
                            Judgement.observed("After Close-Session the reply is still there. Its URL may be one"
                                    + " of the server application's own, which the server leaves as it is."));
        }
    }

    @Test
    void reportsSomethingElseAndASharedUrl() {
        assertThat(Replied.fetched()
                        .close()
                        .download(Replied.get(), Replied.whole().body("none such"))
                        .by(RULE))
                .containsExactly(Judgement.observed("After Close-Session something else is at the URL of the reply."));
        assertThat(Replied.fetched()
                        .close()
                        .download(Replied.get(), Replied.whole())
                        .create()
                        .fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", Replied.URL))
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.observed(
                        "After Close-Session the reply is still there, at a URL that several uploads share."));
    }

    @Test
    void isSkippedIfTheReplyWasNotSeenBefore() {
        assertThat(Replied.uploaded()
                        .close()
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.skipped("the reply was not seen before Close-Session"));
    }

    @Test
    void isNotJudgedWithoutAnAnswer() {
        assertThat(Replied.fetched()
                        .close()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.notJudged("the GET of the reply after Close-Session was not answered"));
    }

    @Test
    void isNotAboutARefusedCloseNorAnotherHost() {
        assertThat(Replied.fetched()
                        .close(ack -> ack.error(500, "0x80004005"))
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .isEmpty();
        assertThat(Replied.uploaded("http://other.example/replies/1")
                        .download(Replied.get(), Replied.whole())
                        .close()
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .isEmpty();
    }
}
