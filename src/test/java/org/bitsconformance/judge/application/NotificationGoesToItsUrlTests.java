package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationGoesToItsUrlTests {

    private static final NotificationGoesToItsUrl RULE = new NotificationGoesToItsUrl();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notify",
                "/NOTIFY",
                "/%6Eotify",
                "/notify?account=7",
                "http://app.example/notify",
                "http://other.example:8080/notify?a=b"
            })
    void holdsForThePathHoweverItIsWritten(String target) {
        assertThat(asking(target)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherPath() {
        assertThat(asking("/upload/file?notify"))
                .containsExactly(Judgement.broken(
                        "a request for /notify",
                        "/upload/file?notify",
                        "The notification asked for /upload/file?notify where /notify is expected."));
        assertThat(asking("/notify/more")).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void holdsIfNoUrlWasDeclared() {
        assertThat(CaseBuilder.created().notified().fragment(0, 99, 100).by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void isNotAboutAConnectionFromWhichNothingWasRead() {
        assertThat(Notified.upload(notification -> notification.by(Conduct.HUNG_UP))
                        .by(RULE))
                .isEmpty();
    }

    private static List<Judgement> asking(String target) {
        return Notified.upload(notification ->
                        notification.request(request -> request.startLine("POST " + target + " HTTP/1.1")))
                .by(RULE);
    }
}
