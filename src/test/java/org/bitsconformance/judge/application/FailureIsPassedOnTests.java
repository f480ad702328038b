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

class FailureIsPassedOnTests {

    static Stream<Arguments> passedOn() {
        return Stream.of(
                arguments(
                        NamedRule.of("notification.unsent"),
                        by(Conduct.HUNG_UP),
                        "reset the connection of the notification"),
                arguments(NamedRule.of("notification.unanswered"), by(Conduct.RESET), "gave no answer that is HTTP"),
                arguments(NamedRule.of("notification.unanswered"), by(Conduct.CLOSED), "gave no answer that is HTTP"),
                arguments(NamedRule.of("notification.unanswered"), by(Conduct.NOT_HTTP), "gave no answer that is HTTP"),
                arguments(
                        NamedRule.of("notification.by-value.cut"),
                        by(Conduct.CUT_SHORT),
                        "broke off in the body of its answer"),
                arguments(NamedRule.of("back-end.answer.http-version"), by(Conduct.OLD_HTTP), "answered in HTTP/1.0"),
                arguments(
                        NamedRule.of("back-end.answer.checked"), named("/reply"), "named a relative URL for the reply"),
                arguments(NamedRule.of("back-end.timeout"), by(Conduct.SILENT), "never answered"));
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void holdsForAnError(CaseRule rule, UnaryOperator<PlayedNotification> failure) {
        assertThat(Notified.upload(failure, error(500)).by(rule)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void holdsForAnAckWithAStatusOfAFrontEndAndIsNotAboutTheFrontEnd(
            CaseRule rule, UnaryOperator<PlayedNotification> failure) {
        for (int status : new int[] {502, 503, 504}) {
            assertThat(Notified.upload(failure, error(status)).by(rule)).containsExactly(Judgement.held());
            assertThat(Notified.upload(failure, ack -> ack.ofFrontEnd(status)).by(rule))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void breaksForSuccess(CaseRule rule, UnaryOperator<PlayedNotification> failure, String what) {
        assertThat(Notified.upload(failure, ack -> ack).by(rule))
                .containsExactly(Judgement.broken(
                        "an error",
                        "HTTP/1.1 200 OK",
                        "The server application " + what + ", and the Fragment with the last byte was answered 200."));
    }

    @ParameterizedTest
    @ValueSource(ints = {2200, 100})
    void isNotAboutAnAbsoluteUrl(int length) {
        String url = "http://h/" + "x".repeat(length - 9);

        assertThat(Notified.upload(named(url), error(500)).by(NamedRule.of("back-end.answer.checked")))
                .isEmpty();
    }

    @Test
    void isNotAboutANotificationThatWasTriedAgainWithSuccess() {
        assertThat(Notified.byValue()
                        .notified(by(Conduct.HUNG_UP))
                        .notified()
                        .fragment(0, 99, 100)
                        .by(NamedRule.of("notification.unsent")))
                .isEmpty();
        assertThat(Notified.byValue()
                        .notified(by(Conduct.HUNG_UP))
                        .notified(by(Conduct.HUNG_UP))
                        .fragment(0, 99, 100)
                        .by(NamedRule.of("notification.unsent")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void isNotAboutABodyThatBreaksOffByReference() {
        assertThat(Notified.byReference()
                        .notified(by(Conduct.CUT_SHORT))
                        .fragment(0, 99, 100)
                        .by(NamedRule.of("notification.by-value.cut")))
                .isEmpty();
    }

    @Test
    void isNotAboutSuccess() {
        assertThat(Notified.upload(notification -> notification, error(500)).by(NamedRule.of("notification.unsent")))
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
