package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextIsOfApplicationTests {

    private static final ContextIsOfApplication RULE = new ContextIsOfApplication();

    @ParameterizedTest
    @EnumSource(value = Conduct.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWERED")
    void holdsForTheContextOfTheApplicationHoweverTheNotificationFails(Conduct conduct) {
        assertThat(Notified.upload(notification -> notification.by(conduct), error("0x7"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForTheContextOfTheServer() {
        assertThat(Notified.upload(notification -> notification.answer(500), error("0x5"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "BITS-Error-Context: 0x7",
                        "BITS-Error-Context: 0x5",
                        "The notification failed, and the 500 answer to the Fragment with the last byte has"
                                + " BITS-Error-Context: 0x5 where 0x7 is expected."));
    }

    @Test
    void breaksWithoutAContextNextToTheCodeOfTheWin32Pages() {
        assertThat(Notified.upload(
                                notification -> notification.answer(500),
                                ack -> ack.status(500).with("BITS-Error-Code", "0x801901F4"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "BITS-Error-Context: 0x7",
                        "no BITS-Error-Context",
                        "The notification failed, and the 500 answer to the Fragment with the last byte has no"
                                + " BITS-Error-Context where 0x7 is expected."));
        assertThat(Notified.upload(
                                notification -> notification.by(Conduct.RESET),
                                ack -> ack.status(500).with("BITS-Error-Code", "0x801901F4"))
                        .by(RULE))
                .as("the server found it itself")
                .hasOnlyElementsOfType(Judgement.Observed.class);
        assertThat(Notified.upload(notification -> notification.answer(500), ack -> ack.status(500))
                        .by(RULE))
                .as("that there is no code is another requirement")
                .hasOnlyElementsOfType(Judgement.Skipped.class);
    }

    @Test
    void breaksForTheContextOfTheServerIfTheApplicationNeverAnswered() {
        assertThat(Notified.upload(notification -> notification.by(Conduct.SILENT), error("0x5"))
                        .by(RULE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Conduct.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWERED", "SILENT"})
    void aFailureThatTheServerFoundItselfBreaksOnlyUnderMcBup(Conduct conduct) {
        CaseBuilder played = Notified.upload(notification -> notification.by(conduct), error("0x5"));

        assertThat(played.dialect(Dialect.MC_BUP).by(RULE)).hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(played.dialect(Dialect.ANY).by(RULE))
                .containsExactly(
                        Judgement.observed("The notification failed, and the 500 answer to the Fragment with the last"
                                + " byte has BITS-Error-Context: 0x5 where 0x7 is expected."));
    }

    @Test
    void isNotAboutAUrlThatIsTooLongForTheServer() {
        assertThat(Notified.upload(
                                notification -> notification.answer(answer ->
                                        answer.with("BITS-Static-Response-URL", "http://h/" + "x".repeat(2200))),
                                error("0x5"))
                        .by(RULE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x99", "seven"})
    void isSkippedWithoutAKnownContextWhichIsAnotherRequirement(String context) {
        assertThat(Notified.upload(notification -> notification.answer(500), error(context))
                        .by(RULE))
                .containsExactly(Judgement.skipped("the answer to the last fragment has no known BITS-Error-Context"));
    }

    @Test
    void isNotAboutANotificationThatSucceeded() {
        assertThat(Notified.upload(notification -> notification, error("0x5")).by(RULE))
                .isEmpty();
        assertThat(Notified.byValue().fragment(0, 99, 100, error("0x5")).by(RULE))
                .isEmpty();
    }

    private static UnaryOperator<Message> error(String context) {
        return ack -> ack.error(500, "0x80190258").with("BITS-Error-Context", context);
    }
}
