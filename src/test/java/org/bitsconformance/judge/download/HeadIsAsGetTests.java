package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class HeadIsAsGetTests {

    private static final HeadIsAsGet RULE = new HeadIsAsGet();

    @Test
    void holdsForTheSameHeader() {
        assertThat(headed(answer -> answer)).containsExactly(Judgement.held());
    }

    @Test
    void holdsForAnotherSpellingAndForGeneratedFields() {
        assertThat(headed(answer -> answer.with("Last-Modified", "Mon Jun 18 21:12:01 2007")
                        .with("Content-Type", "TEXT/Plain")
                        .with("ETag", "W/\"2\"")
                        .with("Date", "Mon, 18 Jun 2007 21:12:02 GMT")))
                .containsExactly(Judgement.held());
    }

    @Test
    void holdsIfTheLengthIsMissingWhichIsAnotherRequirement() {
        assertThat(headed(answer -> answer.without("Content-Length"))).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherStatus() {
        assertThat(headed(answer -> answer.status(404)))
                .containsExactly(Judgement.broken(
                        "status 200 as for GET",
                        "HTTP/1.1 404 Not Found",
                        "The HEAD of the reply was answered 404 where 200 as for GET is expected."));
    }

    @Test
    void breaksForAnotherLength() {
        assertThat(headed(answer -> answer.with("Content-Length", "0")))
                .containsExactly(Judgement.broken(
                        "Content-Length: 100 as for GET",
                        "Content-Length: 0",
                        "The 200 answer to the HEAD of the reply has Content-Length: 0 where Content-Length: 100 as for"
                                + " GET is expected."));
    }

    @Test
    void breaksForAMissingTimeAndAnotherType() {
        assertThat(headed(answer -> answer.without("Last-Modified"))).hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(headed(answer -> answer.with("Content-Type", "text/html")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksForABody() {
        assertThat(headed(answer -> answer.onlyBody("0123")))
                .containsExactly(Judgement.broken(
                        "no body",
                        "4 bytes after the header",
                        "The 200 answer to the HEAD of the reply has 4 bytes after the header where no body is"
                                + " expected."));
    }

    @Test
    void isNotAboutAHeadWithoutItsGetNorARefusedMethod() {
        assertThat(Replied.uploaded().download(Replied.head(), Replied.header()).by(RULE))
                .isEmpty();
        assertThat(headed(answer -> answer.status(405))).isEmpty();
        assertThat(headed(answer -> answer.status(503))).isEmpty();
    }

    private static List<Judgement> headed(UnaryOperator<Message> change) {
        return Replied.fetched()
                .download(Replied.head(), change.apply(Replied.header()))
                .by(RULE);
    }
}
