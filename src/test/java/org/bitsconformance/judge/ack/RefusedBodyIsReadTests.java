package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionEnded.By;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedBodyIsReadTests {

    private static final RefusedBodyIsRead RULE = new RefusedBodyIsRead();

    /** Ten bytes. */
    private static final String BODY = "\u0001ab\u00E9cd\u001Fef0";

    private static final String PAGE = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno";

    @Test
    void holdsIfTheNextPacketGetsItsOwnAnswer() {
        assertThat(ofTheRefusal(refused().ping())).isEqualTo(Judgement.held());
        assertThat(ofTheRefusal(refused().fragment(0, 9, 40))).isEqualTo(Judgement.held());
    }

    @Test
    void holdsIfTheServerEndsTheConnection() {
        assertThat(ofTheRefusal(refused()
                        .event(new ConnectionEnded("c1", By.SERVER, "FIN", 9))
                        .newConnection()
                        .ping()))
                .isEqualTo(Judgement.held());
        assertThat(ofTheRefusal(refused(ack -> ack.with("Connection", "close"))
                        .newConnection()
                        .ping()))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksIfTheNextPacketGetsTheAnswerToTheBody() {
        CaseBuilder played = refused()
                .nextAnswered(PAGE, Ending.ANSWERED)
                .close()
                .nextAgain()
                .ping();

        assertThat(ofTheRefusal(played))
                .isEqualTo(broken("HTTP/1.1 400 Bad Request\\r\\nContent-Length: 2\\r\\n\\r\\nno"));
        assertThat(played.broken()).containsExactly("answer.body-read");
        assertThat(played.history().steps()).hasSize(3);
    }

    @Test
    void breaksIfThatAnswerIsNotHttp() {
        CaseBuilder played = refused()
                .nextAnswered("what?", Ending.NOT_HTTP)
                .ping()
                .nextAgain()
                .ping();

        assertThat(ofTheRefusal(played)).isEqualTo(broken("what?"));
        assertThat(played.broken()).containsExactly("answer.body-read");
    }

    @Test
    void breaksIfThatAnswerComesBeforeTheNextPacket() {
        CaseBuilder played = refused().newConnection().nextUnasked(PAGE).ping();

        assertThat(ofTheRefusal(played)).isInstanceOf(Judgement.Broken.class);
        assertThat(played.broken()).containsExactly("answer.body-read");
    }

    @Test
    void breaksIfThatAnswerComesWithTheRefusal() {
        CaseBuilder played = refused(ack -> ack.onlyBody(PAGE));

        assertThat(ofTheRefusal(played)).isInstanceOf(Judgement.Broken.class);
        assertThat(played.broken()).containsExactly("answer.body-read");
    }

    @Test
    void isNotAboutAnswersThatANewConnectionDoesNotChange() {
        CaseBuilder played = refused()
                .nextAnswered(PAGE, Ending.ANSWERED)
                .ping()
                .nextAgain()
                .nextAnswered(PAGE, Ending.ANSWERED)
                .ping();

        assertThat(ofTheRefusal(played)).isEqualTo(Judgement.held());
        assertThat(played.broken()).contains("answer.packet-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 408 Request Timeout\r\n\r\n", "xx"})
    void isNotAboutOtherUnaskedBytes(String unasked) {
        assertThat(ofTheRefusal(refused().newConnection().nextUnasked(unasked).ping()))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void doesNotApplyIfNothingFollowsOrToPacketsThatAreAcceptedOrHaveNoBody() {
        assertThat(ofTheRefusal(refused())).isEqualTo(Judgement.outOfScope());
        assertThat(ofTheRefusal(refused().newConnection().ping())).isEqualTo(Judgement.outOfScope());
        assertThat(ofTheRefusal(CaseBuilder.created().fragment(0, 9, 10).ping()))
                .isEqualTo(Judgement.outOfScope());
        assertThat(ofTheRefusal(
                        CaseBuilder.created().cancel(ack -> ack.status(400)).ping()))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutTheSameAnswerSentTwice() {
        CaseBuilder once = refused();
        String ack = once.history().steps().get(1).exchange().answer().text();

        assertThat(ofTheRefusal(once.newConnection().nextUnasked(ack).ping())).isEqualTo(Judgement.outOfScope());
    }

    static Stream<UnaryOperator<CaseBuilder>> packetsWithABody() {
        UnaryOperator<Message> body = request -> request.body(BODY);
        return Stream.of(
                played -> played.purpose(Purpose.OPEN).nextRequest(body).ping().purpose(Purpose.CASE),
                played -> played.purpose(Purpose.OPEN)
                        .nextRequest(body)
                        .ping(ack -> ack.error(400, "0x80070057"))
                        .purpose(Purpose.CASE),
                played -> played.nextRequest(body)
                        .create(ack -> ack.error(400, "0x80070057")
                                .without("BITS-Protocol")
                                .without("Accept-Encoding")),
                played -> played.nextRequest(body).close(ack -> ack.error(400, "0x80070057")),
                played -> played.nextRequest(body).cancel(ack -> ack.error(400, "0x80070057")));
    }

    @ParameterizedTest
    @MethodSource("packetsWithABody")
    void breaksWhicheverPacketHadTheBodyAndHoweverTheServerReadIt(UnaryOperator<CaseBuilder> withBody) {
        CaseBuilder sent = withBody.apply(CaseBuilder.created());
        assertThat(sent.nextAnswered("HTTP/1.0 501 Unsupported method\r\n\r\n", Ending.CLOSED)
                        .ping()
                        .nextAgain()
                        .ping()
                        .broken())
                .containsExactly("answer.body-read");
        assertThat(withBody.apply(CaseBuilder.created())
                        .nextAnswered("<html>what?</html>", Ending.NOT_HTTP)
                        .ping()
                        .nextAgain()
                        .ping()
                        .broken())
                .containsExactly("answer.body-read");
    }

    @Test
    void breaksIfTheNextAnswerQuotesTheBodyAlthoughThePacketWasNotSentAgain() {
        CaseBuilder played = CaseBuilder.created()
                .purpose(Purpose.OPEN)
                .nextRequest(request -> request.body(BODY))
                .ping()
                .purpose(Purpose.CASE)
                .nextAnswered(
                        String.join(
                                "\r\n",
                                "HTTP/1.1 400 Bad request syntax ('\\x01ab\\xe9cd&#x1f;ef0BITS_POST /upload')",
                                "Content-Length: 0",
                                "",
                                ""),
                        Ending.ANSWERED)
                .ping();

        assertThat(played.broken()).containsExactly("answer.body-read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Error code 400.<p>Bad request syntax ('\\x01ab\\xe9cd\\x1fef0')",
                "<p>Error code 501.</p>",
            })
    void breaksIfAPageWithoutAStatusLineFollowsTheAck(String page) {
        CaseBuilder refused = CaseBuilder.created()
                .nextRequest(request -> request.onlyBody(BODY))
                .fragment(
                        30,
                        39,
                        40,
                        ack -> ack.status(416)
                                .with("BITS-Received-Content-Range", "0")
                                .onlyBody(page));
        CaseBuilder unasked = CaseBuilder.created()
                .nextRequest(request -> request.onlyBody(BODY))
                .fragment(30, 39, 40, ack -> ack.status(416).with("BITS-Received-Content-Range", "0"))
                .newConnection()
                .nextUnasked(page)
                .ping();

        assertThat(refused.broken()).containsExactly("answer.body-read");
        assertThat(unasked.broken()).containsExactly("answer.body-read");
    }

    @Test
    void isNotAboutAnUnannouncedBodyOfTheAck() {
        assertThat(refused(ack -> ack.onlyBody("<h1>416 - Range Not Satisfiable</h1>"))
                        .broken())
                .containsExactly("answer.content-length.exact");
    }

    @Test
    void isNotAboutACrashAfterAFragmentThatWasAccepted() {
        CaseBuilder played = CaseBuilder.created()
                .fragment(0, 9, 10)
                .nextAnswered("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", Ending.ANSWERED)
                .close()
                .nextAgain()
                .close(ack -> ack.error(500, "0x8020001F"));

        assertThat(played.broken()).contains("answer.packet-type").doesNotContain("answer.body-read");
    }

    private static CaseBuilder refused() {
        return refused(ack -> ack);
    }

    private static CaseBuilder refused(UnaryOperator<Message> change) {
        return CaseBuilder.created()
                .fragment(30, 39, 40, ack -> change.apply(ack.status(416).with("BITS-Received-Content-Range", "0")));
    }

    /** What the rule says about the second packet. */
    private static Judgement ofTheRefusal(CaseBuilder played) {
        Step step = played.history().steps().get(1);
        Context context = played.context();
        return RULE.judge(step, context);
    }

    private static Judgement broken(String stray) {
        return Judgement.broken(
                "the body read, or the connection closed",
                stray,
                "The body (10 bytes) of the Fragment that was answered 416 was left unread on the connection and read"
                        + " as the next request, which was answered by: " + stray);
    }
}
