package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.judge.PlayedNotification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureHasStatusTests {

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(
                        NamedRule.of("back-end.answer.invalid.status"),
                        by(Conduct.OLD_HTTP),
                        411,
                        "answered in HTTP/1.0"),
                arguments(
                        NamedRule.of("back-end.answer.invalid.status"),
                        named("reply"),
                        411,
                        "named a relative URL for the reply"),
                arguments(NamedRule.of("back-end.timeout.status"), by(Conduct.SILENT), 408, "never answered"),
                arguments(
                        NamedRule.of("refusal.reply-url-too-long"),
                        named("http://h/" + "x".repeat(2192)),
                        400,
                        "named a URL of over 2200 characters for the reply"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void holdsForTheStatus(CaseRule rule, UnaryOperator<PlayedNotification> failure, int status) {
        assertThat(Notified.upload(failure, error(status)).by(rule)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void breaksForAnotherStatus(CaseRule rule, UnaryOperator<PlayedNotification> failure, int status, String what) {
        assertThat(Notified.upload(failure, error(500)).by(rule))
                .containsExactly(Judgement.broken(
                        "status " + status,
                        "HTTP/1.1 500 Internal Server Error",
                        "The server application " + what
                                + ", and the Fragment with the last byte was answered 500 where " + status
                                + " is expected."));
    }

    @Test
    void reportsAGatewayStatusExceptAfterALongUrl() {
        for (int status : new int[] {502, 503, 504}) {
            assertThat(Notified.upload(by(Conduct.SILENT), error(status)).by(NamedRule.of("back-end.timeout.status")))
                    .containsExactly(Judgement.observed("The server application never answered, and the Fragment with"
                            + " the last byte was answered " + status
                            + ", as HTTP has it for a server behind a server."));
            assertThat(Notified.upload(by(Conduct.OLD_HTTP), error(status))
                            .by(NamedRule.of("back-end.answer.invalid.status")))
                    .hasOnlyElementsOfType(Judgement.Observed.class);
            assertThat(Notified.upload(named("http://h/" + "x".repeat(2192)), error(status))
                            .by(NamedRule.of("refusal.reply-url-too-long")))
                    .hasOnlyElementsOfType(Judgement.Broken.class);
        }
    }

    @Test
    void isSkippedForSuccessWhichIsAnotherRequirementExceptAfterALongUrl() {
        Judgement skipped = Judgement.skipped("the failure of the notification was not passed on");

        assertThat(Notified.upload(by(Conduct.OLD_HTTP), ack -> ack).by(NamedRule.of("back-end.answer.invalid.status")))
                .containsExactly(skipped);
        assertThat(Notified.upload(by(Conduct.SILENT), ack -> ack).by(NamedRule.of("back-end.timeout.status")))
                .containsExactly(skipped);
        assertThat(Notified.upload(named("http://h/" + "x".repeat(2192)), ack -> ack)
                        .by(NamedRule.of("refusal.reply-url-too-long")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2200, 100})
    void isNotAboutAUrlOf2200Characters(int length) {
        String url = "http://h/" + "x".repeat(length - 9);

        assertThat(Notified.upload(named(url), error(500)).by(NamedRule.of("refusal.reply-url-too-long")))
                .isEmpty();
    }

    @Test
    void isNotAboutSuccess() {
        assertThat(Notified.upload(notification -> notification, error(500))
                        .by(NamedRule.of("back-end.timeout.status")))
                .isEmpty();
    }

    private static UnaryOperator<PlayedNotification> by(Conduct conduct) {
        return notification -> notification.by(conduct);
    }

    private static UnaryOperator<PlayedNotification> named(String url) {
        return notification -> notification.answer(answer -> answer.with("BITS-Static-Response-URL", url));
    }

    private static UnaryOperator<Message> error(int status) {
        return ack -> ack.error(status, "0x80004005");
    }
}
