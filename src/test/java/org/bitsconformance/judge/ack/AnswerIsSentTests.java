package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerIsSentTests {

    private static final AnswerIsSent RULE = new AnswerIsSent();

    @Test
    void holdsForAnyAnswer() {
        assertThat(CaseBuilder.session().ping(ack -> ack.status(500)).by(RULE)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({
        "TIMED_OUT, no answer within 5000 ms",
        "SENDING_STALLED, the request was not taken for 5000 ms",
        "RESET, the connection was reset",
        "CLOSED, the connection was closed",
    })
    void breaksIfOnlyThisPacketIsNotAnswered(Ending ending, String how) {
        CaseBuilder played = CaseBuilder.created()
                .newConnection()
                .nextUnanswered(ending)
                .close()
                .probe(true);

        assertThat(RULE.judge(played.last(), played.context()))
                .isEqualTo(Judgement.broken(
                        "an Ack within 5000 ms",
                        how,
                        "There was no answer to Close-Session: " + how
                                + ". A Ping on a new connection was answered right after it."));
    }

    @Test
    void namesTheShortenedLimitIfItWasShortened() {
        CaseBuilder played = CaseBuilder.created()
                .limit(1_003)
                .nextUnanswered(Ending.TIMED_OUT)
                .close()
                .probe(true);

        assertThat(RULE.judge(played.last(), played.context()))
                .isEqualTo(Judgement.broken(
                        "an Ack within 1000 ms",
                        "no answer within 1000 ms",
                        "There was no answer to Close-Session: no answer within 1000 ms. A Ping on a new connection was"
                                + " answered right after it."));
    }

    @Test
    void isNotAskedIfTheSuiteBrokeOff() {
        assertThat(CaseBuilder.created()
                        .nextUnanswered(Ending.CUT_OFF)
                        .fragment(0, 9, 10)
                        .probe(true)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void breaksIfTheHeaderNeverEnds() {
        CaseBuilder played = CaseBuilder.session()
                .nextAnswered("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100), Ending.TOO_LONG)
                .ping()
                .probe(true);

        assertThat(played.by(RULE))
                .isEqualTo(Judgement.broken(
                        "an Ack within 5000 ms",
                        "a header of over 120 bytes",
                        "There was no answer to Ping: a header of over 120 bytes."
                                + " A Ping on a new connection was answered right after it."));
    }

    @Test
    void isNotJudgedIfNobodyAskedAfterAHeaderThatIsTooLong() {
        assertThat(CaseBuilder.session()
                        .nextAnswered("HTTP/1.1 200 OK\r\nX: y", Ending.TOO_LONG)
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.notJudged("the header of the answer to Ping is longer than the suite reads"));
    }

    @Test
    void isNotJudgedIfTheAnswerPassedUnseen() {
        assertThat(CaseBuilder.session().nextUnanswered(Ending.TOO_LONG).ping().by(RULE))
                .isEqualTo(Judgement.notJudged("the answer to Ping came where the suite could no longer read answers"));
    }

    @Test
    void isNotJudgedIfThePingIsNotAnsweredEither() {
        CaseBuilder played =
                CaseBuilder.session().nextUnanswered(Ending.TIMED_OUT).ping().probe(false);

        assertThat(played.by(RULE)).isEqualTo(Judgement.notJudged("the target no longer answers at all"));
    }

    @Test
    void isNotJudgedIfThePacketWasNeverSent() {
        CaseBuilder played = CaseBuilder.session()
                .nextUnanswered(Ending.NOT_CONNECTED)
                .ping()
                .probe(true);

        assertThat(played.by(RULE)).isEqualTo(Judgement.notJudged("no connection could be established for Ping"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "RESET"})
    void isNotAboutAConnectionThatEndedBetweenTwoRequests(Ending ending) {
        CaseBuilder played = CaseBuilder.session().ping().nextUnanswered(ending).ping();

        assertThat(played.by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAnAnswerThatIsNotHttp() {
        assertThat(CaseBuilder.session()
                        .nextAnswered("hello\r\n", Ending.NOT_HTTP)
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.without("Host"))
                        .nextUnanswered(Ending.CLOSED)
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
