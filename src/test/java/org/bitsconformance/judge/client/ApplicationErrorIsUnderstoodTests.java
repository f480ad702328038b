package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationErrorIsUnderstoodTests {

    private static final String ID = "client.application-error.";

    @ParameterizedTest
    @CsvSource({"3xx, 308", "4xx-passing, 409", "4xx-passing, 408", "5xx, 500", "5xx, 503", "other, 207", "other, 600"})
    void holds_if_the_client_tries_again_after_an_error_that_passes(String which, int status) {
        Said.held(ID + which, refused(status).resting(5_000).fragment(0, 9, 10));
        Said.held(ID + which, refused(status).ping());
        Said.silent(ID + which, refused(status));
    }

    @ParameterizedTest
    @CsvSource({"3xx, 308", "4xx-passing, 409", "5xx, 500", "other, 600"})
    void breaks_if_it_ends_as_if_all_were_well(String which, int status) {
        assertThat(Said.broken(ID + which, refused(status).event(Said.ended(0))))
                .containsExactly("The server application's " + status
                        + " passes, and the client ended with exit code 0 without trying again.");
        assertThat(Said.broken(ID + which, refused(status).event(Said.ended(1)).dialect(Dialect.WIN32)))
                .hasSize(1);
        assertThat(Said.observed(ID + which, refused(status).event(Said.ended(1))))
                .containsExactly("The server application's " + status
                        + " passes, and the client ended with exit code 1 without trying again, as MC-BUP has it pass the"
                        + " error on.");
    }

    @ParameterizedTest
    @CsvSource({"3xx-fatal, 302", "3xx-fatal, 307", "4xx, 403", "4xx, 404", "5xx-fatal, 501", "5xx-fatal, 505"})
    void holds_if_the_client_stops_after_another_error(String which, int status) {
        Said.held(ID + which, refused(status).event(Said.ended(1)));
        Said.silent(ID + which, refused(status).cancel());
        Said.silent(ID + which, refused(status).ping().fragment(0, 9, 10, ack -> ack.status(500)));
    }

    @ParameterizedTest
    @CsvSource({"3xx-fatal, 302", "4xx, 403", "5xx-fatal, 501"})
    void breaks_if_it_goes_on(String which, int status) {
        assertThat(Said.broken(ID + which, refused(status).fragment(0, 9, 10)))
                .containsExactly("The client sent Fragment again after the server application's " + status
                        + ", which is the end of a job.");
        assertThat(Said.observed(ID + which, refused(status).resting(60_000).fragment(0, 9, 10)))
                .containsExactly("The client sent Fragment again after the server application's " + status
                        + ", which is the end of a job, by itself or because somebody resumed it.");
    }

    @Test
    void errors_of_the_server_itself_are_not_meant() {
        Said.silent(
                ID + "4xx",
                CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.error(403, "80070005"))
                        .fragment(0, 9, 10));
    }

    private static CaseBuilder refused(int status) {
        return CaseBuilder.created()
                .fragment(0, 9, 10, ack -> ack.error(status, "0x80190000").with("BITS-Error-Context", "0x7"));
    }
}
