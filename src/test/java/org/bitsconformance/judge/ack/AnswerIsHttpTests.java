package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class AnswerIsHttpTests {

    private static final AnswerIsHttp RULE = new AnswerIsHttp();

    private static final String EXPECTED = "a response in the form of RFC 2616 section 6";

    @Test
    void holdsForAnyStatus() {
        assertThat(CaseBuilder.session().ping(ack -> ack.status(503)).by(RULE)).isEqualTo(Judgement.held());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.startLine("HTTP/1.1 200"))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksOnGarbage() {
        assertThat(CaseBuilder.session()
                        .nextAnswered("\0nonsense\n", Ending.NOT_HTTP)
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        EXPECTED, "\\x00nonsense\\n", "The answer to Ping is not HTTP: \\x00nonsense\\n"));
    }

    @Test
    void breaksOnDefectsOfFormAndNamesTheFirst() {
        String nameless = "a header line without a name: ";
        String defects =
                nameless + "one; " + nameless + "two; blanks between a header name and its colon: X : 1; and 1 more";

        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.and("one").and("two").and("X : 1").and("four"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(EXPECTED, defects, "The answer to Ping is malformed: " + defects));
    }

    @Test
    void isNotAboutSilence() {
        assertThat(CaseBuilder.session().nextUnanswered(Ending.TIMED_OUT).ping().by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
