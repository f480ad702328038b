package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;

import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorIsPassedOnTests {

    private static final List<String> ALL = List.of(
            "client.error.access",
            "client.error.uploads-disabled",
            "client.error.too-large",
            "client.error.invalid",
            "client.error.other",
            "client.error.http",
            "client.timeout",
            "client.transport-error");

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("client.error.access", 403, "80070005", "403 with 0x80070005"),
                Arguments.of("client.error.access", 403, "", "403"),
                Arguments.of("client.error.uploads-disabled", 501, "0x80070005", "501 with 0x80070005"),
                Arguments.of("client.error.too-large", 500, "0x80200020", "500 with 0x80200020"),
                Arguments.of("client.error.too-large", 413, "0x80200020", "413 with 0x80200020"),
                Arguments.of("client.error.invalid", 400, "0x80070057", "400 with 0x80070057"),
                Arguments.of("client.error.other", 500, "0x80070112", "500 with 0x80070112"),
                Arguments.of("client.error.http", 404, "", "404"),
                Arguments.of("client.error.http", 302, "", "302"),
                Arguments.of("client.error.http", 500, "0", "500"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void holds_for_an_exit_code_that_says_so(String requirement, int status, String code) {
        Said.held(requirement, answered(status, code).event(Said.ended(2)));
        Said.held(requirement, answered(status, code).cancel().event(Said.ended(2)));
        Said.silent(requirement, answered(status, code));
        Said.silent(requirement, answered(status, code).event(Said.stopped()));
        Said.silent(requirement, answered(status, code).fragment(0, 9, 10).event(Said.ended(0)));
        ALL.stream()
                .filter(other -> !other.equals(requirement))
                .forEach(other -> Said.silent(other, answered(status, code).event(Said.ended(0))));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void breaks_for_exit_code_0(String requirement, int status, String code, String error) {
        assertThat(Said.broken(requirement, answered(status, code).event(Said.ended(0))))
                .containsExactly("Fragment was answered " + error + ", and the client ended with exit code 0.");
        assertThat(Said.observed(requirement, answered(status, code).event(Said.ended(0, Arrived.COMPLETE))))
                .containsExactly("Fragment was answered " + error
                        + ", and the client ended with exit code 0; the file has arrived.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"CLOSED", "RESET", "NOT_HTTP"})
    void breaks_for_exit_code_0_after_a_transport_error(Ending how) {
        assertThat(Said.broken("client.transport-error", lost(how).event(Said.ended(0))))
                .containsExactly("Fragment got no answer, and the client ended with exit code 0.");
        Said.held("client.transport-error", lost(how).event(Said.ended(1)));
        Said.silent("client.timeout", lost(how).event(Said.ended(0)));
    }

    @Test
    void breaks_for_exit_code_0_after_a_wait_without_an_answer() {
        assertThat(Said.broken("client.timeout", lost(Ending.TIMED_OUT).event(Said.ended(0))))
                .containsExactly("Fragment got no answer, and the client ended with exit code 0.");
        Said.held("client.timeout", lost(Ending.CUT_OFF).event(Said.ended(1)));
    }

    private static CaseBuilder lost(Ending how) {
        return created().nextUnanswered(how).fragment(0, 9, 10);
    }

    private static CaseBuilder answered(int status, String code) {
        return created().fragment(0, 9, 10, ack -> code.isEmpty() ? ack.status(status) : ack.error(status, code));
    }
}
