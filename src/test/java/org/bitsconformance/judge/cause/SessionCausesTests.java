package org.bitsconformance.judge.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class SessionCausesTests {

    /** One upload succeeds on its connection, two are refused on another. */
    private static CaseBuilder moved(UnaryOperator<Message> ack) {
        return CaseBuilder.created()
                .fragment(0, 9, 20)
                .fragment(10, 19, 20)
                .close()
                .create()
                .fragment(0, 9, 20)
                .newConnection()
                .fragment(10, 19, 20, ack)
                .create()
                .newConnection()
                .fragment(0, 9, 20, ack);
    }

    @Test
    void a_session_is_tied_to_its_connection() {
        assertThat(CausesFound.of(moved(SessionCausesTests::notFound)))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.id()).isEqualTo("session-tied-to-connection");
                    assertThat(cause.explains()).containsExactly("fragment.status.next");
                    assertThat(cause.exchanges()).startsWith("x7", "x9");
                });
    }

    @Test
    void a_bad_packet_with_an_allegedly_unknown_session_counts_too() {
        CaseBuilder bad = moved(SessionCausesTests::notFound)
                .create()
                .newConnection()
                .nextRequest(request -> request.with("Content-Range", "none"))
                .fragment(0, 9, 20, SessionCausesTests::notFound);
        assertThat(CausesFound.of(bad))
                .singleElement()
                .satisfies(cause -> assertThat(cause.explains())
                        .contains("fragment.status.next", "fragment.content-range.invalid"));
    }

    @Test
    void a_session_that_is_refused_on_its_own_connection_too_is_not_tied_to_it() {
        CaseBuilder both = moved(SessionCausesTests::notFound)
                .create()
                .fragment(0, 9, 20, SessionCausesTests::notFound)
                .create()
                .fragment(0, 9, 20, SessionCausesTests::notFound);
        assertThat(CausesFound.ids(both)).isEmpty();
    }

    @Test
    void fragments_that_fail_on_every_connection_are_not_tied_to_one() {
        CaseBuilder dropped = CaseBuilder.session();
        for (int times = 0; times < 3; times++) {
            dropped.create()
                    .newConnection()
                    .nextUnanswered(Ending.CLOSED)
                    .fragment(0, 9, 20)
                    .probe(true)
                    .create()
                    .cancel();
        }
        assertThat(CausesFound.ids(dropped)).isEmpty();
    }

    /** A packet on a new connection is not answered within the limit, twice; the Ping after it takes this long. */
    private static CaseBuilder closedConnections(long pingMillis) {
        CaseBuilder played = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            played.create()
                    .fragment(0, 9, 20)
                    .newConnection()
                    .nextUnanswered(Ending.TIMED_OUT)
                    .fragment(10, 19, 20)
                    .nextAfter(pingMillis)
                    .probe(true)
                    .newConnection();
        }
        return played;
    }

    @Test
    void a_closed_connection_holds_up_the_next_one() {
        assertThat(CausesFound.of(closedConnections(900))).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("one-connection");
            assertThat(cause.explains()).containsExactly("answer.sent");
            assertThat(cause.exchanges()).containsExactly("x3", "x7");
        });
    }

    @Test
    void if_the_ping_is_answered_at_once_connections_are_served_in_parallel() {
        assertThat(CausesFound.ids(closedConnections(1))).isEmpty();
    }

    @Test
    void if_a_packet_on_its_own_connection_is_not_answered_either_the_connection_is_not_the_cause() {
        CaseBuilder silent = closedConnections(900)
                .create()
                .nextUnanswered(Ending.TIMED_OUT)
                .fragment(0, 9, 20)
                .probe(true);
        assertThat(CausesFound.ids(silent)).isEmpty();
    }

    /** A packet on a connection next to an open one is not answered, twice. */
    @Test
    void an_open_connection_holds_up_the_next_one() {
        CaseBuilder played = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            played.create()
                    .newConnection()
                    .nextUnanswered(Ending.TIMED_OUT)
                    .fragment(0, 9, 20)
                    .probe(true)
                    .connection(1)
                    .fragment(0, 9, 20);
        }
        assertThat(CausesFound.ids(played)).containsExactly("one-connection");
    }

    private static Message elementNotFound(Message ack) {
        return ack.error(500, "0x80070490");
    }

    private static Message failed(Message ack) {
        return ack.error(500, "0x80004005");
    }

    /**
     * Packets of sessions that are accepted on one connection and sometimes refused on others, by servers that set a
     * cookie.
     */
    private static CaseBuilder balanced(UnaryOperator<Message> ack) {
        return CaseBuilder.session()
                .ping(answer -> answer.with("Set-Cookie", "***"))
                .ping(answer -> answer.with("Set-Cookie", "***"))
                .create(answer -> answer.with("Set-Cookie", "***"))
                .fragment(0, 9, 20)
                .newConnection()
                .fragment(10, 19, 20, ack)
                .newConnection()
                .fragment(10, 19, 20)
                .create()
                .newConnection()
                .fragment(0, 9, 20, ack)
                .create()
                .newConnection()
                .fragment(0, 9, 20, ack);
    }

    @Test
    void a_cookie_suggests_another_server() {
        assertThat(CausesFound.ids(balanced(SessionCausesTests::notFound))).containsExactly("no-shared-sessions");
    }

    @Test
    void another_server_may_answer_unknown_sessions_in_its_own_way() {
        assertThat(CausesFound.ids(balanced(SessionCausesTests::elementNotFound)
                        .create()
                        .fragment(0, 9, 20)
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close(SessionCausesTests::elementNotFound)))
                .contains("no-shared-sessions");
    }

    @Test
    void a_cookie_does_not_explain_a_refusal_for_another_reason() {
        assertThat(CausesFound.ids(balanced(SessionCausesTests::failed).create().fragment(0, 9, 20)))
                .doesNotContain("no-shared-sessions");
        assertThat(CausesFound.ids(balanced(SessionCausesTests::failed)
                        .create()
                        .fragment(0, 9, 20)
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close(SessionCausesTests::failed)
                        .create()
                        .fragment(0, 20, 20, SessionCausesTests::failed)))
                .as("whatever is wrong is answered so")
                .doesNotContain("no-shared-sessions");
    }

    /** Packets with ids that the server never gave. */
    private static CaseBuilder unknown(UnaryOperator<Message> end) {
        return CaseBuilder.created()
                .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                .fragment(0, 9, 20)
                .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                .close(end);
    }

    @Test
    void any_id_is_accepted() {
        assertThat(CausesFound.of(unknown(ack -> ack))).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("no-session-table");
            assertThat(cause.explains()).contains("unknown-session.status");
            assertThat(cause.exchanges()).containsExactly("x2", "x3");
        });
    }

    @Test
    void if_one_type_of_packet_is_refused_there_is_a_session_table() {
        assertThat(CausesFound.ids(unknown(SessionCausesTests::notFound))).isEmpty();
    }

    /** Packets of a session that was closed and of one that was cancelled; then one with an unknown id. */
    private static CaseBuilder ended(UnaryOperator<Message> afterCancel) {
        return CaseBuilder.created()
                .fragment(0, 9, 10)
                .close()
                .close()
                .create()
                .cancel()
                .cancel(afterCancel)
                .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                .close(SessionCausesTests::notFound);
    }

    @Test
    void sessions_never_end() {
        assertThat(CausesFound.of(ended(ack -> ack))).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("session-never-ends");
            assertThat(cause.explains()).containsExactly("closed-session.end", "cancelled-session.packet");
        });
    }

    @Test
    void if_cancelled_sessions_end_only_close_is_defective() {
        assertThat(CausesFound.ids(ended(SessionCausesTests::notFound))).isEmpty();
    }

    private static Message notFound(Message ack) {
        return ack.error(500, "0x8020001F");
    }
}
