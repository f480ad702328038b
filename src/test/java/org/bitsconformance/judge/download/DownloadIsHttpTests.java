package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class DownloadIsHttpTests {

    private static final DownloadIsHttp RULE = new DownloadIsHttp();

    @Test
    void holdsForWholeAnswers() {
        assertThat(Replied.fetched()
                        .download(Replied.head(), Replied.header())
                        .download(
                                Replied.get(),
                                Message.of("HTTP/1.0 200 OK")
                                        .with("Transfer-Encoding", "chunked")
                                        .onlyBody("1\r\na\r\n0\r\n\r\n"))
                        .download(
                                Replied.get(),
                                Message.of("HTTP/1.1 404 Not Found").onlyBody("until the end"))
                        .by(RULE))
                .hasSize(4)
                .containsOnly(Judgement.held());
    }

    @Test
    void breaksForAnotherVersionOrAMalformedAnswer() {
        assertThat(answered(Replied.whole().startLine("HTTP/2.0 200 OK")))
                .containsExactly(Judgement.broken(
                        "HTTP/1.0 or HTTP/1.1",
                        "HTTP/2.0",
                        "The 200 answer to the GET of the reply has HTTP/2.0 where HTTP/1.0 or HTTP/1.1 is expected."));
        assertThat(answered(Replied.whole().and("no name")))
                .containsExactly(Judgement.broken(
                        "a response in the form of RFC 2616 section 6",
                        "a header line without a name: no name",
                        "The answer to the GET of the reply is malformed: a header line without a name: no name"));
    }

    @Test
    void breaksForAnAnswerThatIsNotHttp() {
        assertThat(Replied.uploaded()
                        .nextAnswered("SSH-2.0", Ending.NOT_HTTP)
                        .download(Replied.get(), Replied.whole())
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "a response in the form of RFC 2616 section 6",
                        "SSH-2.0",
                        "The answer to the GET of the reply is not HTTP: SSH-2.0"));
    }

    @Test
    void breaksForFewerOrMoreBytesThanContentLengthSays() {
        String text = Replied.whole().text();
        assertThat(ended(text.substring(0, text.length() - 1), Ending.CLOSED))
                .containsExactly(Judgement.broken(
                        "a body of 100 bytes",
                        "99 bytes",
                        "The 200 answer to the GET of the reply has 99 bytes where a body of 100 bytes is expected."));
        assertThat(ended(text + "!", Ending.ANSWERED)).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksForPartsWithoutTheirBoundaries() {
        Message parts = Replied.parts(Replied.part(0, 3), Replied.part(50, 59));
        assertThat(answered(parts)).containsExactly(Judgement.held());
        assertThat(answered(parts.with("Content-Type", "multipart/byteranges; boundary=\"C\"")))
                .containsExactly(Judgement.broken(
                        "a body with parts between the boundaries that Content-Type names",
                        "a body without them",
                        "The 206 answer to the GET of the reply has a body without them where a body with parts between"
                                + " the boundaries that Content-Type names is expected."));
        assertThat(answered(parts.body("\r\n--B" + Replied.part(0, 3)))).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void isNotJudgedIfTheTimeWasUp() {
        assertThat(ended(Replied.whole().onlyBody("0").text(), Ending.TIMED_OUT))
                .containsExactly(Judgement.notJudged("the answer to the GET of the reply did not end in time"));
    }

    @Test
    void holdsForAnAnswerThatIsLongerThanTheSuiteReads() {
        assertThat(ended(Replied.whole().with("Content-Length", "999999").text(), Ending.TOO_LONG))
                .containsExactly(Judgement.held());
    }

    @Test
    void isNotAboutSilenceNorAnotherHost() {
        assertThat(ended("", Ending.TIMED_OUT)).isEmpty();
        assertThat(Replied.uploaded("https://server.example/replies/1")
                        .download(Replied.get(), Replied.whole().and("no name"))
                        .by(RULE))
                .isEmpty();
    }

    private static List<Judgement> answered(Message answer) {
        return Replied.uploaded().download(Replied.get(), answer).by(RULE);
    }

    private static List<Judgement> ended(String text, Ending how) {
        return Replied.uploaded()
                .nextAnswered(text, how)
                .download(Replied.get(), Replied.whole())
                .by(RULE);
    }
}
