package org.bitsconformance.rule.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.Message;
import org.bitsconformance.rule.Played;
import org.bitsconformance.rule.PlayedNotification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTests {

    private static final UnaryOperator<Message> TAKEN = UnaryOperator.identity();

    static Stream<Arguments> passedOn() {
        return Stream.of(
                arguments(FailureIsPassedOn.unsent(), by(Conduct.HUNG_UP), "reset the connection of the notification"),
                arguments(FailureIsPassedOn.unanswered(), by(Conduct.RESET), "gave no answer that is HTTP"),
                arguments(FailureIsPassedOn.unanswered(), by(Conduct.CLOSED), "gave no answer that is HTTP"),
                arguments(FailureIsPassedOn.unanswered(), by(Conduct.NOT_HTTP), "gave no answer that is HTTP"),
                arguments(FailureIsPassedOn.cutShort(), by(Conduct.CUT_SHORT), "broke off in the body of its answer"),
                arguments(FailureIsPassedOn.oldHttp(), by(Conduct.OLD_HTTP), "answered in HTTP/1.0"),
                arguments(FailureIsPassedOn.invalidAnswer(), named("/reply"), "named a relative URL for the reply"),
                arguments(FailureIsPassedOn.timedOut(), by(Conduct.SILENT), "never answered"));
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void anErrorIsOwed(FailureIsPassedOn rule, UnaryOperator<PlayedNotification> failure, String what) {
        assertThat(Notified.upload(failure, error(503)).by(rule)).isEmpty();
        assertThat(Notified.upload(failure, error(500)).by(rule)).containsExactly(Judgement.held());
        assertThat(Notified.upload(failure, TAKEN).by(rule))
                .containsExactly(Judgement.broken(
                        "an error",
                        "HTTP/1.1 200 OK",
                        "The server application " + what + ", and the Fragment with the last byte was answered 200."));
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(FailureHasStatus.invalidAnswer(), by(Conduct.OLD_HTTP), 411, "answered in HTTP/1.0"),
                arguments(FailureHasStatus.invalidAnswer(), named("reply"), 411, "named a relative URL for the reply"),
                arguments(FailureHasStatus.timedOut(), by(Conduct.SILENT), 408, "never answered"),
                arguments(
                        FailureHasStatus.longUrl(),
                        named("http://h/" + "x".repeat(2192)),
                        400,
                        "named a URL of over 2200 characters for the reply"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStatusIsOwed(FailureHasStatus rule, UnaryOperator<PlayedNotification> failure, int status, String what) {
        assertThat(Notified.upload(failure, error(status)).by(rule)).containsExactly(Judgement.held());
        assertThat(Notified.upload(failure, error(500)).by(rule))
                .containsExactly(Judgement.broken(
                        "status " + status,
                        "HTTP/1.1 500 Internal Server Error",
                        "The server application " + what
                                + ", and the Fragment with the last byte was answered 500 where " + status
                                + " is expected."));
    }

    @Test
    void successIsForAnotherRequirementExceptAfterALongUrl() {
        Judgement skipped = Judgement.skipped("the failure of the notification was not passed on");

        assertThat(Notified.upload(by(Conduct.OLD_HTTP), TAKEN).by(FailureHasStatus.invalidAnswer()))
                .containsExactly(skipped);
        assertThat(Notified.upload(by(Conduct.SILENT), TAKEN).by(FailureHasStatus.timedOut()))
                .containsExactly(skipped);
        assertThat(Notified.upload(named("http://h/" + "x".repeat(2192)), TAKEN).by(FailureHasStatus.longUrl()))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                arguments(
                        FailureHasCode.invalidAnswer(),
                        by(Conduct.OLD_HTTP),
                        Hresult.E_INVALIDARG,
                        "answered in HTTP/1.0"),
                arguments(FailureHasCode.timedOut(), by(Conduct.SILENT), Hresult.ERROR_DISK_FULL, "never answered"),
                arguments(
                        FailureHasCode.longUrl(),
                        named("http://h/" + "x".repeat(2192)),
                        Hresult.E_INVALIDARG,
                        "named a URL of over 2200 characters for the reply"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeIsOwed(FailureHasCode rule, UnaryOperator<PlayedNotification> failure, Hresult code, String what) {
        assertThat(Notified.upload(failure, ack -> ack.error(411, code.hex())).by(rule))
                .containsExactly(Judgement.held());
        assertThat(Notified.upload(failure, ack -> ack.error(411, "0x80004005")).by(rule))
                .containsExactly(Judgement.broken(
                        code.toString(),
                        "BITS-Error: 0x80004005",
                        "The server application " + what
                                + ", and the 411 answer to the Fragment with the last byte has BITS-Error: 0x80004005 where "
                                + code
                                + " is expected."));
        assertThat(Notified.upload(failure, ack -> ack.status(411)).by(rule))
                .containsExactly(Judgement.skipped("the answer to the last fragment has no HRESULT"));
        assertThat(Notified.upload(failure, TAKEN).by(rule))
                .containsExactly(Judgement.skipped("the answer to the last fragment has no HRESULT"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2200, 100})
    void aUrlOf2200CharactersIsNotTooLong(int length) {
        String url = "http://h/" + "x".repeat(length - 9);

        assertThat(Notified.upload(named(url), error(500)).by(FailureHasStatus.longUrl()))
                .isEmpty();
        assertThat(Notified.upload(named(url), error(500)).by(FailureIsPassedOn.invalidAnswer()))
                .isEmpty();
    }

    @Test
    void aNotificationThatWasTriedAgainWithSuccessHasNotFailed() {
        assertThat(Notified.byValue()
                        .notified(by(Conduct.HUNG_UP))
                        .notified()
                        .fragment(0, 99, 100)
                        .by(FailureIsPassedOn.unsent()))
                .isEmpty();
        assertThat(Notified.byValue()
                        .notified(by(Conduct.HUNG_UP))
                        .notified(by(Conduct.HUNG_UP))
                        .fragment(0, 99, 100)
                        .by(FailureIsPassedOn.unsent()))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void aBodyThatBreaksOffMattersByValueAlone() {
        assertThat(Notified.byReference()
                        .notified(by(Conduct.CUT_SHORT))
                        .fragment(0, 99, 100)
                        .by(FailureIsPassedOn.cutShort()))
                .isEmpty();
    }

    @Test
    void nothingIsOwedWithoutAFailure() {
        Played played = Notified.upload(notification -> notification, error(500));

        assertThat(played.by(FailureIsPassedOn.unsent())).isEmpty();
        assertThat(played.by(FailureHasStatus.timedOut())).isEmpty();
        assertThat(played.by(FailureHasCode.timedOut())).isEmpty();
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
