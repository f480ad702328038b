package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedHostIsUsedTests {

    private static final String FOLLOWED = "client.host-id.followed";
    private static final String FALLBACK = "client.host-id.fallback";
    private static final String TIMER = "client.host-id.fallback.timer";
    private static final String NEVER = "client.host-id.fallback.never";
    private static final String PING = "client.host-id.ping";
    private static final String NO_PROGRESS = "client.host-id.fallback.no-progress";
    private static final String HOST = "node7.example";

    @ParameterizedTest
    @ValueSource(strings = {"node7.example", "NODE7.example", "node7.example:80"})
    void holds_at_the_named_host(String written) {
        Said.held(FOLLOWED, at(written, named("60")).fragment(0, 9, 10));
        Said.held(NEVER, at(written, named("")).fragment(0, 9, 10));
    }

    @Test
    void holds_for_a_target_with_the_named_host() {
        Said.held(
                FOLLOWED,
                named("60")
                        .nextRequest(request -> request.startLine("BITS_POST http://" + HOST + "/upload/file HTTP/1.1"))
                        .fragment(0, 9, 10));
    }

    @Test
    void breaks_at_the_first_host() {
        assertThat(Said.broken(FOLLOWED, named("60").fragment(0, 9, 10)))
                .containsExactly("Fragment went to server.example where node7.example, which the server named, is"
                        + " expected.");
        assertThat(Said.observed(
                        FOLLOWED,
                        named("60")
                                .nextRequest(request -> request.with("X-Forwarded-For", "10.0.0.1"))
                                .fragment(0, 9, 10)))
                .containsExactly("Fragment went to server.example where node7.example, which the server named, is"
                        + " expected; a proxy may have changed the host.");
    }

    @Test
    void is_not_asked_if_the_server_names_none_or_its_own_host() {
        Said.silent(FOLLOWED, CaseBuilder.created().fragment(0, 9, 10));
        Said.silent(
                FOLLOWED,
                CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Host-Id", "SERVER.example"))
                        .fragment(0, 9, 10));
    }

    @Test
    void holds_for_a_return_after_its_time() {
        CaseBuilder played = named("60").resting(61_000).fragment(0, 9, 10);
        Said.held(TIMER, played);
        Said.held(FALLBACK, played);
        Said.silent(FOLLOWED, played);
        Said.held(
                TIMER, at(HOST, named("60")).fragment(0, 9, 20).resting(60_000).fragment(10, 19, 20));
    }

    @Test
    void breaks_for_a_return_before_its_time() {
        assertThat(Said.broken(TIMER, named("60").resting(30_000).fragment(0, 9, 10)))
                .containsExactly(
                        "Fragment went to server.example where node7.example, which the server named, is expected"
                                + " 30 s after the last Ack to Create-Session, and the time is 60 s.");
        assertThat(Said.broken(
                        TIMER,
                        at(HOST, named("60").resting(50_000))
                                .fragment(0, 9, 20)
                                .resting(20_000)
                                .fragment(10, 19, 20)))
                .hasSize(1);
    }

    @Test
    void errors_and_pings_do_not_begin_the_time_anew() {
        Said.held(TIMER, refusedFor(50_000).resting(15_000).fragment(0, 9, 20));
        Said.held(
                TIMER,
                at(HOST, at(HOST, named("60")).fragment(0, 9, 20).resting(59_000))
                        .ping()
                        .resting(2_000)
                        .fragment(10, 19, 20));
        assertThat(Said.broken(TIMER, refusedFor(50_000).resting(5_000).fragment(0, 9, 20)))
                .containsExactly(
                        "Fragment went to server.example where node7.example, which the server named, is expected"
                                + " 55 s after the last Ack to Create-Session, and the time is 60 s.");
    }

    @Test
    void a_fragment_that_is_taken_begins_the_time_anew() {
        assertThat(Said.broken(
                        TIMER,
                        at(HOST, refusedFor(50_000).resting(5_000))
                                .fragment(0, 9, 20)
                                .resting(50_000)
                                .fragment(10, 19, 20)))
                .containsExactly(
                        "Fragment went to server.example where node7.example, which the server named, is expected"
                                + " 50 s after the last Ack to Fragment, and the time is 60 s.");
        assertThat(Said.broken(
                        TIMER,
                        at(HOST, named("60").resting(50_000))
                                .fragment(0, 9, 20, ack -> ack.status(416).with("BITS-Received-Content-Range", "10"))
                                .resting(50_000)
                                .fragment(10, 19, 20)))
                .hasSize(1);
    }

    @Test
    void breaks_for_a_return_without_a_time() {
        assertThat(Said.broken(NEVER, named("").resting(90_000_000).fragment(0, 9, 10)))
                .containsExactly("Fragment went to server.example where node7.example, which the server named, is"
                        + " expected, and there is no time after which it may.");
    }

    @Test
    void breaks_if_the_client_does_not_come_back() {
        assertThat(Said.broken(FALLBACK, named("2").event(endedAfter(60))))
                .containsExactly(
                        "The client sent nothing to server.example in the 59 s after the last answer, and the time"
                                + " is 2 s.");
        Said.silent(FALLBACK, named("60").event(endedAfter(60)));
        Said.silent(FALLBACK, named("2"));
        Said.silent(
                FALLBACK,
                at(HOST, at(HOST, named("2")).fragment(0, 9, 10)).close().event(endedAfter(60)));
    }

    @Test
    void the_packet_that_comes_first_to_the_named_host_is_reported() {
        Said.held(PING, at(HOST, named("60")).ping());
        assertThat(Said.observed(PING, at(HOST, named("60")).fragment(0, 9, 10)))
                .containsExactly("The client went on at the named host with Fragment and not with a Ping.");
    }

    @Test
    void a_client_that_gives_up_before_the_fallback_is_reported() {
        assertThat(Said.observed(NO_PROGRESS, named("600").event(endedAfter(60))))
                .containsExactly("The client gave up 59 s after Create-Session, before the fallback time of 600 s.");
        Said.silent(NO_PROGRESS, named("2").event(endedAfter(60)));
    }

    /** The named host answers 503 at once and after a while. */
    private static CaseBuilder refusedFor(long millis) {
        CaseBuilder once = at(HOST, named("60")).fragment(0, 9, 20, ack -> ack.status(503));
        return at(HOST, once.resting(millis)).fragment(0, 9, 20, ack -> ack.status(503));
    }

    private static ClientEnded endedAfter(long seconds) {
        return new ClientEnded(CaseBuilder.CASE, OptionalInt.of(1), Arrived.NOTHING, true, seconds * 1_000_000);
    }

    private static CaseBuilder named(String timeout) {
        return CaseBuilder.session()
                .create(ack -> timeout.isEmpty()
                        ? ack.with("BITS-Host-Id", HOST)
                        : ack.with("BITS-Host-Id", HOST).with("BITS-Host-Id-Fallback-Timeout", timeout));
    }

    private static CaseBuilder at(String host, CaseBuilder played) {
        return played.nextRequest(request -> request.with("Host", host));
    }
}
