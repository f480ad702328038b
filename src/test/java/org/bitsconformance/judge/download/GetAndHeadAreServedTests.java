package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetAndHeadAreServedTests {

    private static final GetAndHeadAreServed RULE = new GetAndHeadAreServed();

    @Test
    void holdsIfBothAreAnswered() {
        assertThat(Replied.fetched().download(Replied.head(), Replied.header()).by(RULE))
                .containsExactly(Judgement.held(), Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501})
    void breaksIfAMethodIsRefused(int status) {
        assertThat(Replied.fetched()
                        .download(Replied.head(), Replied.header().status(status))
                        .by(RULE))
                .containsExactly(
                        Judgement.held(),
                        Judgement.broken(
                                "status 200",
                                "HTTP/1.1 " + status + " Other",
                                "The HEAD of the reply was answered " + status + " where 200 is expected."));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 401, 503})
    void isNotAboutAnyOtherRefusal(int status) {
        assertThat(Replied.uploaded()
                        .download(Replied.get(), Replied.whole().status(status))
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void isNotAboutAnotherHost() {
        assertThat(Replied.uploaded("http://other.example/replies/1")
                        .download(Replied.get(), Replied.whole().status(405))
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void isNotAboutDownloadsAfterTheEndOfTheSession() {
        assertThat(Replied.uploaded()
                        .close()
                        .download(Replied.get(), Replied.whole().status(405))
                        .by(RULE))
                .isEmpty();
    }
}
