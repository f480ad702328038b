package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLengthIsExactTests {

    private static final ContentLengthIsExact RULE = new ContentLengthIsExact();

    @Test
    void holdsForTheBodyThatArrives() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.session().ping(ack -> ack.body("four")).by(RULE)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksIfBytesAreMissing() {
        assertThat(CaseBuilder.session()
                        .nextAnswered(
                                CaseBuilder.ack()
                                        .with("Content-Length", "9")
                                        .onlyBody("four")
                                        .text(),
                                Ending.TIMED_OUT)
                        .ping()
                        .by(RULE))
                .isEqualTo(broken("9", 4));
    }

    @Test
    void isNotAboutAnAnswerThatWasNotGivenItsTime() {
        assertThat(CaseBuilder.session()
                        .limit(1_100)
                        .nextAnswered(
                                CaseBuilder.ack()
                                        .with("Content-Length", "9")
                                        .onlyBody("four")
                                        .text(),
                                Ending.TIMED_OUT)
                        .ping()
                        .by(RULE))
                .isInstanceOf(Judgement.Skipped.class);
    }

    @Test
    void breaksIfBytesFollow() {
        assertThat(CaseBuilder.session().ping(ack -> ack.onlyBody("four")).by(RULE))
                .isEqualTo(broken("0", 4));
    }

    @Test
    void breaksIfBytesFollowBeforeTheNextRequest() {
        CaseBuilder played = CaseBuilder.session().ping().nextUnasked("late").ping();

        assertThat(RULE.judge(played.history().steps().get(0), played.context()))
                .isEqualTo(broken("0", 4).decidedBy("Content-Length"));
        assertThat(played.by(RULE)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksIfTheChunksHoldSomethingElse() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("Transfer-Encoding", "chunked").onlyBody("4\r\nfour\r\n0\r\n\r\n"))
                        .by(RULE))
                .isEqualTo(broken("0", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0x0", "1 2", "1234567890123456789012"})
    void breaksIfItIsNotANumber(String value) {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("Content-Length", value))
                        .by(RULE))
                .isEqualTo(wrong(value));
    }

    @Test
    void breaksOnceIfTwoDiffer() {
        CaseBuilder played = CaseBuilder.session().ping(ack -> ack.and("Content-Length: 5"));

        assertThat(played.by(RULE)).isEqualTo(wrong("0, 5"));
        assertThat(played.broken()).containsExactly("answer.content-length.exact");
    }

    @Test
    void isNotAboutAnAnswerWithoutIt() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.without("Content-Length"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("Content-Length", ""))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement.Broken broken(String said, int arrived) {
        return Judgement.broken(
                "a body of " + said + " bytes",
                arrived + " bytes",
                "The 200 answer to Ping says Content-Length: " + said + ", and " + arrived + " bytes arrived.");
    }

    private static Judgement wrong(String value) {
        return Judgement.broken(
                "one decimal number of bytes",
                "Content-Length: " + value,
                "The 200 answer to Ping has Content-Length: " + value
                        + " where one decimal number of bytes is expected.");
    }
}
