package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndIsSentAgainTests {

    private static final String AGAIN = "client.retry.end";
    private static final String NO_SESSION = "client.retry.end.no-session";
    private static final String FINAL = "client.retry.end.final";

    @Test
    void holds_if_an_end_is_sent_again_after_5xx() {
        Said.held(AGAIN, closed(500).resting(5_000).close());
        Said.held(AGAIN, complete().cancel(ack -> ack.status(503)).ping().cancel());
        Said.silent(AGAIN, closed(500));
        Said.silent(AGAIN, closed(500).event(Said.stopped()));
    }

    @Test
    void breaks_if_a_program_says_that_all_is_well_after_5xx() {
        assertThat(Said.broken(AGAIN, closed(500).event(Said.ended(0))))
                .containsExactly("Close-Session was answered 500, and the client ended without sending it again.");
    }

    @Test
    void breaks_under_win32_if_it_gives_up() {
        assertThat(Said.broken(AGAIN, closed(500).event(Said.ended(3)).dialect(Dialect.WIN32)))
                .hasSize(1);
        assertThat(Said.observed(AGAIN, closed(500).event(Said.ended(3))))
                .containsExactly(
                        "Close-Session was answered 500, and the client ended without sending it again, with exit"
                                + " code 3, as MC-BUP has it pass the error on.");
    }

    @Test
    void holds_if_an_unknown_session_is_not_ended_again() {
        Said.held(NO_SESSION, unknown().create());
        Said.silent(NO_SESSION, complete().close());
    }

    @Test
    void breaks_if_an_unknown_session_is_ended_again() {
        assertThat(Said.broken(NO_SESSION, unknown().close()))
                .containsExactly("Close-Session was sent again after it had been answered 0x8020001F"
                        + " (BG_E_SESSION_NOT_FOUND).");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 404})
    void breaks_if_an_end_is_sent_again_after_an_answer_below_500(int status) {
        Said.held(FINAL, closed(status));
        assertThat(Said.broken(FINAL, closed(status).close()))
                .containsExactly("Close-Session was sent again after it had been answered " + status + ".");
    }

    @Test
    void a_redirect_to_another_host_may_be_followed() {
        assertThat(Said.broken(
                        FINAL,
                        closed(307)
                                .nextRequest(request -> request.with("Host", "other.example"))
                                .close()))
                .isEmpty();
        Said.held(
                AGAIN,
                closed(503)
                        .nextRequest(request -> request.with("Host", "other.example"))
                        .close());
    }

    @Test
    void after_417_a_client_leaves_out_what_it_expected() {
        assertThat(Said.broken(FINAL, expecting().close())).isEmpty();
        assertThat(Said.broken(
                        FINAL,
                        expecting()
                                .nextRequest(request -> request.with("Expect", "100-continue"))
                                .close()))
                .containsExactly("Close-Session was sent again after it had been answered 417.");
    }

    @Test
    void after_411_a_client_may_add_the_length() {
        CaseBuilder refused = complete()
                .nextRequest(request -> request.without("Content-Length"))
                .close(ack -> ack.status(411));
        assertThat(Said.broken(FINAL, refused.close())).isEmpty();
        assertThat(Said.broken(FINAL, closed(411).close()))
                .containsExactly("Close-Session was sent again after it had been answered 411.");
    }

    @Test
    void a_client_may_come_again_when_it_is_told_to() {
        assertThat(Said.broken(
                        FINAL,
                        complete()
                                .close(ack -> ack.status(413).with("Retry-After", "1"))
                                .close()))
                .isEmpty();
        assertThat(Said.broken(FINAL, closed(413).close()))
                .containsExactly("Close-Session was sent again after it had been answered 413.");
    }

    @Test
    void a_client_may_follow_a_redirect_to_the_same_host() {
        assertThat(Said.broken(
                        FINAL,
                        complete()
                                .close(ack -> ack.status(307).with("Location", "/upload/file?again"))
                                .close()))
                .isEmpty();
        assertThat(Said.broken(FINAL, closed(307).close()))
                .containsExactly("Close-Session was sent again after it had been answered 307.");
    }

    @Test
    void somebody_may_resume_an_upload() {
        assertThat(Said.observed(FINAL, closed(404).resting(9_000).close()))
                .containsExactly("Close-Session was sent again after it had been answered 404, by the client itself or"
                        + " because somebody resumed the upload.");
        Said.silent(FINAL, closed(404).ping().close(ack -> ack.status(500)));
        Said.silent(FINAL, closed(401).close(ack -> ack.status(500)));
    }

    private static CaseBuilder complete() {
        return CaseBuilder.created().fragment(0, 9, 10);
    }

    private static CaseBuilder closed(int status) {
        return complete().close(ack -> ack.status(status));
    }

    private static CaseBuilder expecting() {
        return complete()
                .nextRequest(request -> request.with("Expect", "100-continue"))
                .close(ack -> ack.status(417));
    }

    private static CaseBuilder unknown() {
        return complete().close(ack -> ack.error(500, "8020001f"));
    }
}
