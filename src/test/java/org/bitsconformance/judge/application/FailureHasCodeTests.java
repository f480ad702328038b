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
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureHasCodeTests {

    static Stream<Arguments> codes() {
        return Stream.of(
                arguments(
                        NamedRule.of("back-end.answer.invalid.code"),
                        by(Conduct.OLD_HTTP),
                        Hresult.E_INVALIDARG,
                        "answered in HTTP/1.0"),
                arguments(
                        NamedRule.of("back-end.timeout.code"),
                        by(Conduct.SILENT),
                        Hresult.ERROR_DISK_FULL,
                        "never answered"),
                arguments(
                        NamedRule.of("refusal.reply-url-too-long.code"),
                        named("http://h/" + "x".repeat(2192)),
                        Hresult.E_INVALIDARG,
                        "named a URL of over 2200 characters for the reply"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void holdsForTheCode(CaseRule rule, UnaryOperator<PlayedNotification> failure, Hresult code) {
        assertThat(Notified.upload(failure, ack -> ack.error(411, code.hex())).by(rule))
                .containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void breaksForAnotherCode(CaseRule rule, UnaryOperator<PlayedNotification> failure, Hresult code, String what) {
        assertThat(Notified.upload(failure, ack -> ack.error(411, "0x80004005")).by(rule))
                .containsExactly(Judgement.broken(
                        code.toString(),
                        "BITS-Error: 0x80004005",
                        "The server application " + what
                                + ", and the 411 answer to the Fragment with the last byte has BITS-Error: 0x80004005"
                                + " where "
                                + code
                                + " is expected."));
    }

    @Test
    void reportsAnotherCodeNextToAGatewayStatus() {
        assertThat(Notified.upload(by(Conduct.SILENT), ack -> ack.error(504, "0x801901F8"))
                        .by(NamedRule.of("back-end.timeout.code")))
                .containsExactly(Judgement.observed("The server application never answered, and the 504 answer to the"
                        + " Fragment with the last byte has BITS-Error: 0x801901F8."));
        assertThat(Notified.upload(by(Conduct.SILENT), ack -> ack.error(504, Hresult.ERROR_DISK_FULL.hex()))
                        .by(NamedRule.of("back-end.timeout.code")))
                .containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isSkippedWithoutACode(CaseRule rule, UnaryOperator<PlayedNotification> failure) {
        assertThat(Notified.upload(failure, ack -> ack.status(411)).by(rule))
                .containsExactly(Judgement.skipped("the answer to the last fragment has no HRESULT"));
        assertThat(Notified.upload(failure, ack -> ack).by(rule))
                .containsExactly(Judgement.skipped("the answer to the last fragment has no HRESULT"));
    }

    @Test
    void isNotAboutSuccess() {
        assertThat(Notified.upload(notification -> notification, error(500)).by(NamedRule.of("back-end.timeout.code")))
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
