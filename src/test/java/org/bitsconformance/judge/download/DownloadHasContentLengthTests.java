package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class DownloadHasContentLengthTests {

    private static final DownloadHasContentLength RULE = new DownloadHasContentLength();

    @Test
    void holdsForGetAndHeadAndARange() {
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9))
                        .download(Replied.head(), Replied.header())
                        .by(RULE))
                .containsExactly(Judgement.held(), Judgement.held(), Judgement.held());
    }

    @Test
    void breaksIfItIsMissing() {
        assertThat(Replied.uploaded()
                        .download(Replied.head(), Replied.header().without("Content-Length"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "Content-Length with a number of bytes",
                        "no Content-Length",
                        "The 200 answer to the HEAD of the reply has no Content-Length where Content-Length with a"
                                + " number of bytes is expected."));
    }

    @Test
    void breaksIfItIsNotOneNumber() {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().and("Content-Length: 99"))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(Replied.uploaded()
                        .download(Replied.head(), Replied.header().with("Content-Length", "many"))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void isNotAboutRefusals() {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Message.of("HTTP/1.1 404 Not Found"))
                        .by(RULE))
                .isEmpty();
    }
}
