package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadHasLastModifiedTests {

    private static final DownloadHasLastModified RULE = new DownloadHasLastModified();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "sun, 6 nov 1994 08:49:37 gmt"
            })
    void holdsForATimeInAnyHttpFormat(String time) {
        assertThat(modified(time)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 +0100", "Sun, 31 Feb 1994", "784111777"})
    void breaksForAnythingElse(String time) {
        assertThat(modified(time))
                .containsExactly(Judgement.broken(
                        "Last-Modified with a time in a form of HTTP",
                        "Last-Modified: " + time,
                        "The 200 answer to the GET of the reply has Last-Modified: " + time
                                + " where Last-Modified with a time in a form of HTTP is expected."));
    }

    @Test
    void breaksForTheTimeOfTheRequest() {
        String date = "Mon, 18 Jun 2007 21:12:30 GMT";
        String later = "Mon, 18 Jun 2007 21:12:32 GMT";
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().with("Date", date))
                        .download(Replied.get(), Replied.whole().with("Last-Modified", later))
                        .by(RULE))
                .containsExactly(
                        Judgement.held(),
                        Judgement.broken(
                                "Last-Modified before " + date + ", when the same bytes had come,",
                                "Last-Modified: " + later,
                                "The 200 answer to the GET of the reply has Last-Modified: " + later
                                        + " where Last-Modified before " + date
                                        + ", when the same bytes had come, is expected."));
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().with("Date", date))
                        .download(Replied.get(), Replied.whole().with("Last-Modified", date))
                        .by(RULE))
                .as("two servers may have the file from different times")
                .containsExactly(Judgement.held(), Judgement.held());
    }

    @Test
    void holdsIfClocksDiffer() {
        String date = "Mon, 18 Jun 2007 21:12:30 GMT";
        String later = "Mon, 18 Jun 2007 21:12:32 GMT";
        String latest = "Mon, 18 Jun 2007 21:12:34 GMT";
        assertThat(Replied.uploaded()
                        .download(
                                Replied.get(),
                                Replied.whole().with("Date", date).with("Last-Modified", later))
                        .download(
                                Replied.get(),
                                Replied.whole().with("Date", date).with("Last-Modified", later))
                        .by(RULE))
                .as("files have the time of another clock than answers")
                .containsExactly(Judgement.held(), Judgement.held());
        assertThat(Replied.uploaded()
                        .download(
                                Replied.get(),
                                Replied.whole().with("Date", date).with("Last-Modified", date))
                        .download(
                                Replied.get(),
                                Replied.whole().with("Date", latest).with("Last-Modified", later))
                        .by(RULE))
                .as("another server, whose clock is ahead, had the file before it answered")
                .containsExactly(Judgement.held(), Judgement.held());
        assertThat(Replied.uploaded()
                        .download(
                                Replied.get(),
                                Replied.whole().with("Date", date).with("Last-Modified", date))
                        .download(
                                Replied.get(),
                                Replied.whole().with("Date", later).with("Last-Modified", later))
                        .by(RULE))
                .as("the time has gone on with that of the answer")
                .last()
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void breaksIfItIsMissingFromARange() {
        assertThat(Replied.ranged("bytes=0-9", Replied.slice(0, 9).without("Last-Modified"))
                        .by(RULE))
                .containsExactly(
                        Judgement.held(),
                        Judgement.broken(
                                "Last-Modified with a time in a form of HTTP",
                                "no Last-Modified",
                                "The 206 answer to the GET of the reply with Range: bytes=0-9 has no Last-Modified"
                                        + " where Last-Modified with a time in a form of HTTP is expected."));
    }

    @Test
    void isNotAboutHeadNorRefusals() {
        assertThat(Replied.uploaded()
                        .download(Replied.head(), Replied.header().without("Last-Modified"))
                        .download(Replied.get(), Replied.whole().status(404).without("Last-Modified"))
                        .by(RULE))
                .isEmpty();
    }

    private static List<Judgement> modified(String time) {
        return Replied.uploaded()
                .download(Replied.get(), Replied.whole().with("Last-Modified", time))
                .by(RULE);
    }
}
