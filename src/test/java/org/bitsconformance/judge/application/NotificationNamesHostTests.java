package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationNamesHostTests {

    private static final NotificationNamesHost RULE = new NotificationNamesHost();

    @ParameterizedTest
    @ValueSource(strings = {"app.example", "APP.example", "app.example:80", "app.example.", "app.example:"})
    void holdsForTheHostOfTheUrl(String host) {
        assertThat(judged("http://app.example/notify", host)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8099/notify, localhost:8099",
        "http://localhost:8099/notify, 127.0.0.1:8099",
        "http://[::1]:8099/notify, localhost:8099",
        "http://[2001:db8::1]:8099/notify, [2001:DB8::1]:8099"
    })
    void holdsForAnotherNameOfTheMachineItself(String url, String host) {
        assertThat(judged(url, host)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({
        "http://app.example:8099/notify, app.example",
        "http://app.example:8099/notify, app.example:8098",
        "http://app.example/notify, server.example",
        "http://127.0.0.1:8099/notify, 127.0.0.1:8080",
        "http://app.example/notify, ''"
    })
    void breaksForAnother(String url, String host) {
        assertThat(judged(url, host)).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksWithAMessage() {
        assertThat(judged("http://app.example/notify", "server.example"))
                .containsExactly(Judgement.broken(
                        "Host: app.example",
                        "Host: server.example",
                        "The notification has Host: server.example where Host: app.example is expected."));
        assertThat(Notified.upload(notification -> notification.request(request -> request.without("Host")))
                        .by(RULE))
                .containsExactly(Judgement.broken("Host", "no Host", "The notification has no Host."));
        assertThat(Notified.upload(notification -> notification.request(request -> request.and("Host: b")))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "one Host",
                        "Host: app.example and Host: b",
                        "The notification has Host: app.example and Host: b."));
    }

    @Test
    void isNotAboutAVersionThatNeedsNone() {
        assertThat(Notified.upload(notification -> notification.request(request ->
                                request.startLine("POST /notify HTTP/0.9").without("Host")))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Skipped.class);
        assertThat(Notified.upload(notification -> notification.request(request ->
                                request.startLine("POST /notify HTTP/1.0").without("Host")))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Skipped.class);
    }

    @Test
    void reportsAnotherNameIfSomethingIsInBetween() {
        assertThat(Notified.throughFrontEnd(
                                notification -> notification.request(request -> request.with("Host", "10.0.0.7:8099")))
                        .by(RULE))
                .containsExactly(
                        Judgement.observed("The notification has Host: 10.0.0.7:8099 where Host: app.example is"
                                + " expected. Something between the target and the suite may have made it so."));
    }

    private static List<Judgement> judged(String url, String host) {
        return Notified.at(url, notification -> notification.request((Message request) -> request.with("Host", host)))
                .by(RULE);
    }
}
