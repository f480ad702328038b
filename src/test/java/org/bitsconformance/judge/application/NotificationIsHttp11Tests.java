package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationIsHttp11Tests {

    private static final CaseRule RULE = NamedRule.ofCases("NotificationIsHttp11");

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "http/1.1", "HTTP/01.01"})
    void holdsForTheVersion(String version) {
        assertThat(judged(version)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/2", "HTTP/1,1", "HTTPS/1.1", "HTTP/1.10"})
    void breaksForAnother(String version) {
        assertThat(judged(version))
                .containsExactly(Judgement.broken(
                        "HTTP/1.1",
                        version,
                        "The request line of the notification has " + version + " where HTTP/1.1 is expected."));
    }

    @Test
    void breaksForNone() {
        assertThat(Notified.upload(notification -> notification.request(request -> request.startLine("POST /notify")))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "HTTP/1.1",
                        "no version",
                        "The request line of the notification has no version where HTTP/1.1 is expected."));
    }

    @Test
    void reportsWhatSomethingInBetweenMayHaveChanged() {
        assertThat(Notified.upload(notification -> notification.request(request ->
                                request.startLine("POST /notify HTTP/1.0").with("Via", "1.1 proxy")))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Observed.class);
        assertThat(Notified.throughFrontEnd(notification ->
                                notification.request(request -> request.startLine("POST /notify HTTP/1.0")))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Observed.class);
    }

    private static List<Judgement> judged(String version) {
        return Notified.upload(
                        notification -> notification.request(request -> request.startLine("POST /notify " + version)))
                .by(RULE);
    }
}
