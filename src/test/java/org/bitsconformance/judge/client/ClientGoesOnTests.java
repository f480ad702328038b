package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;
import static org.bitsconformance.judge.CaseBuilder.session;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class ClientGoesOnTests {

    private static final String RESTART = "client.session-not-found.restart";
    private static final String RESUME = "client.resume";
    private static final String RESUME_PING = "client.resume.ping";
    private static final String PING_FIRST = "client.ping.first";
    private static final String CODE = "0x8020001F";

    @Test
    void holds_if_an_unknown_session_is_followed_by_create_session() {
        Said.held(RESTART, unknown().create());
        Said.held(RESTART, unknown().ping().newConnection().create());
        Said.silent(RESTART, unknown());
        Said.silent(RESTART, unknown().event(Said.stopped()));
        Said.silent(RESTART, created().cancel(ack -> ack.error(500, CODE)).event(Said.ended(1)));
    }

    @Test
    void breaks_if_the_client_goes_on_in_an_unknown_session() {
        assertThat(Said.broken(RESTART, unknown().fragment(0, 9, 20, ack -> ack.error(500, CODE))))
                .containsExactly(
                        "After Fragment was answered 0x8020001F (BG_E_SESSION_NOT_FOUND), the client sent Fragment"
                                + " in the same session.");
        assertThat(Said.broken(RESTART, unknown().event(Said.ended(1))))
                .containsExactly(
                        "After Fragment was answered 0x8020001F (BG_E_SESSION_NOT_FOUND), the client sent nothing"
                                + " more.");
    }

    @Test
    void a_client_need_not_begin_again_for_ever() {
        assertThat(Said.observed(
                        RESTART,
                        unknown()
                                .create()
                                .fragment(0, 9, 20, ack -> ack.error(500, CODE))
                                .event(Said.ended(1))))
                .containsExactly("After Fragment was answered 0x8020001F (BG_E_SESSION_NOT_FOUND), the client sent"
                        + " nothing more.");
    }

    @Test
    void what_follows_an_unknown_session_is_reported_if_it_is_not_certain() {
        assertThat(Said.observed(RESTART, unknown().newConnection().fragment(0, 9, 20)))
                .hasSize(1);
        assertThat(Said.observed(RESTART, unknown().cancel())).hasSize(1);
        assertThat(Said.observed(
                        RESTART,
                        unknown()
                                .create()
                                .fragment(0, 9, 20, ack -> ack.error(500, CODE))
                                .event(Said.ended(1))))
                .hasSize(1);
        assertThat(Said.observed(
                        RESTART,
                        created()
                                .fragment(0, 19, 20)
                                .close(ack -> ack.error(500, CODE))
                                .event(Said.ended(0))))
                .containsExactly("After Close-Session was answered 0x8020001F (BG_E_SESSION_NOT_FOUND), the client sent"
                        + " nothing more.");
    }

    @Test
    void holds_if_a_broken_connection_is_followed_by_a_packet_of_the_session() {
        Said.held(RESUME, broken().newConnection().ping().fragment(0, 9, 20));
        Said.silent(RESUME, broken());
        Said.silent(RESUME, broken().ping(ack -> ack.status(503)).create().event(Said.ended(0)));
    }

    @Test
    void an_answer_that_is_too_long_may_be_a_reason_to_begin_again() {
        Said.silent(RESUME, tooLong().create().event(Said.ended(0)));
        Said.silent(RESUME_PING, tooLong().create());
    }

    private static CaseBuilder tooLong() {
        return created()
                .nextAnswered("HTTP/1.1 500 No\r\nX: y", Ending.TOO_LONG)
                .fragment(0, 9, 20)
                .newConnection();
    }

    @Test
    void breaks_if_a_client_begins_again_because_a_connection_broke() {
        assertThat(Said.broken(RESUME, broken().newConnection().create().event(Said.ended(0))))
                .containsExactly(
                        "After Fragment got no answer, the client began again with Create-Session instead of going"
                                + " on with its session.");
        assertThat(Said.observed(RESUME, broken().newConnection().create())).hasSize(1);
    }

    @Test
    void a_client_that_leaves_the_named_host_may_begin_again() {
        Said.silent(RESUME, brokenAtNode().create().event(Said.ended(0)));
        assertThat(Said.broken(
                        RESUME,
                        brokenAtNode()
                                .nextRequest(request -> request.with("Host", "node7"))
                                .create()
                                .event(Said.ended(0))))
                .hasSize(1);
    }

    @Test
    void the_packet_after_a_pause_is_reported() {
        assertThat(Said.observed(RESUME_PING, broken().newConnection().ping()))
                .containsExactly("After Fragment without an answer, the client went on with a Ping.");
        assertThat(Said.observed(
                        RESUME_PING,
                        created().fragment(0, 9, 20).resting(61_000).fragment(10, 19, 20)))
                .containsExactly("After a pause of over a minute, the client went on with Fragment.");
        Said.silent(RESUME_PING, created().fragment(0, 9, 20).fragment(10, 19, 20));
    }

    @Test
    void the_first_packet_is_reported() {
        Said.held(PING_FIRST, session().ping().create());
        assertThat(Said.observed(PING_FIRST, session().create().create()))
                .containsExactly("The client opened the connection with Create-Session and not with a Ping.");
    }

    private static CaseBuilder unknown() {
        return created().fragment(0, 9, 20, ack -> ack.error(500, CODE));
    }

    private static CaseBuilder brokenAtNode() {
        return session()
                .create(ack -> ack.with("BITS-Host-Id", "node7").with("BITS-Host-Id-Fallback-Timeout", "60"))
                .nextRequest(request -> request.with("Host", "node7"))
                .nextUnanswered(Ending.RESET)
                .fragment(0, 9, 20)
                .newConnection()
                .resting(61_000);
    }

    private static CaseBuilder broken() {
        return created().nextUnanswered(Ending.RESET).fragment(0, 9, 20);
    }
}
