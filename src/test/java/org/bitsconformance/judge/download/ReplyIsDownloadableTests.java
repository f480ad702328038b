package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyIsDownloadableTests {

    private static final ReplyIsDownloadable RULE = new ReplyIsDownloadable();

    @Test
    void holdsForAReplyThatIsThere() {
        assertThat(Replied.fetched().by(RULE)).containsExactly(Judgement.held());
        assertThat(Replied.uploaded("replies\\{1}\\r.bin")
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 500, 206})
    void breaksForAnyOtherAnswer(int status) {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().status(status))
                        .by(RULE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message())
                                .isEqualTo("The GET of the reply was answered " + status + " where 200 is expected."));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 405, 501})
    void isSkippedForCredentialsAndRefusedMethods(int status) {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().status(status))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Skipped.class);
    }

    @Test
    void isSkippedForAValueThatIsNotAUrl() {
        assertThat(Replied.uploaded("replies\\1\\r.bin")
                        .download(Replied.get(), Replied.whole().status(404))
                        .by(RULE))
                .containsExactly(
                        Judgement.skipped("what the Ack names is not written as a URL, which is another requirement"));
    }

    @Test
    void isSkippedForARedirect() {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().status(302).with("Location", "/elsewhere"))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Skipped.class);
    }

    @Test
    void isNotJudgedWithoutAnAnswer() {
        assertThat(Replied.uploaded()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.notJudged("there was no answer to the GET of the reply"));
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().status(503))
                        .by(RULE))
                .containsExactly(Judgement.notJudged("the front end answered 503 to the GET of the reply;"
                        + " slow down: parallel: 1 in the target file, a budget in the plan"));
    }

    @Test
    void reportsWhatAnotherHostAnswers() {
        String other = "http://other.example/replies/1";
        assertThat(Replied.uploaded(other)
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.held());
        assertThat(Replied.uploaded(other)
                        .download(Replied.get(), Replied.whole().status(404))
                        .by(RULE))
                .containsExactly(Judgement.observed("The reply is on another host than the target, and the GET of the"
                        + " reply there was answered 404."));
        assertThat(Replied.uploaded(other)
                        .nextUnanswered(Ending.NOT_CONNECTED)
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.observed("The reply is on another host than the target, and the GET of the"
                        + " reply there was not answered."));
    }

    @Test
    void judgesTheTargetsOwnHostUnderAnotherName() {
        String other = "http://192.0.2.1/replies/1";
        assertThat(Replied.uploaded(other)
                        .byOtherName()
                        .download(Replied.get(), Replied.whole().status(404))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(Replied.uploaded("http://192.0.2.1:81/replies/1")
                        .byOtherName()
                        .download(Replied.get(), Replied.whole().status(404))
                        .by(RULE))
                .as("another port")
                .hasOnlyElementsOfType(Judgement.Observed.class);
    }

    @Test
    void breaksIfTheSameGetFindsNothingTheSecondTime() {
        assertThat(Replied.fetched()
                        .download(Replied.get(), Replied.whole().status(404))
                        .by(RULE))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(Judgement.held()),
                        second -> assertThat(second).isInstanceOf(Judgement.Broken.class));
    }

    @Test
    void isNotAboutAnotherGetNorOneThatTheSuiteBrokeOffNorAfterTheEnd() {
        assertThat(Replied.fetched()
                        .download(
                                Replied.get().with("X-Unheard-Of", "1"),
                                Replied.whole().status(404))
                        .close()
                        .download(Replied.get(), Replied.whole().status(404))
                        .by(RULE))
                .containsExactly(Judgement.held());
        assertThat(Replied.uploaded()
                        .nextUnanswered(Ending.CUT_OFF)
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .isEmpty();
    }
}
