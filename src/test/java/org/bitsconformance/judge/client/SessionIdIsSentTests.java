package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;
import static org.bitsconformance.judge.CaseBuilder.id;

import java.util.Locale;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class SessionIdIsSentTests {

    private static final String SENT = "packet.session-id";
    private static final String KEPT = "client.create-session.answer.kept";
    private static final String OTHER = "{11111111-2222-4333-8444-555555555555}";

    @Test
    void holds_for_the_id_that_the_server_gave() {
        CaseBuilder played = created().ping().fragment(0, 9, 10).close();
        Said.held(SENT, played);
        Said.held(KEPT, played);
        Said.held(
                SENT,
                CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Session-Id", "id 7"))
                        .nextSessionId("id 7")
                        .close());
    }

    @Test
    void breaks_without_an_id() {
        assertThat(Said.broken(
                        SENT,
                        created()
                                .nextRequest(request -> request.without("BITS-Session-Id"))
                                .close()))
                .containsExactly("Close-Session has no BITS-Session-Id.");
        assertThat(Said.broken(SENT, created().nextSessionId("").close())).hasSize(1);
    }

    @Test
    void an_id_that_the_server_did_not_give_cannot_be_sent() {
        Said.silent(
                SENT,
                CaseBuilder.session()
                        .create(ack -> ack.without("BITS-Session-Id"))
                        .nextRequest(request -> request.without("BITS-Session-Id"))
                        .fragment(0, 9, 10));
    }

    @Test
    void breaks_for_another_id() {
        assertThat(Said.broken(
                        SENT, created().nextSessionId(OTHER).fragment(0, 9, 10, ack -> ack.error(500, "8020001F"))))
                .containsExactly("Fragment has BITS-Session-Id: " + OTHER + " where BITS-Session-Id: " + id(1)
                        + " is expected.");
    }

    @Test
    void breaks_for_two_different_ids() {
        assertThat(Said.broken(
                        SENT,
                        created()
                                .nextRequest(request -> request.and("BITS-Session-Id: " + OTHER))
                                .close()))
                .containsExactly("Close-Session has several different BITS-Session-Id.");
    }

    @Test
    void breaks_for_an_id_without_its_braces() {
        String bare = id(1).replaceAll("[{}]", "");
        assertThat(Said.broken(SENT, created().nextSessionId(bare).close()))
                .containsExactly("Close-Session has BITS-Session-Id: " + bare + " where BITS-Session-Id: " + id(1)
                        + " is expected.");
    }

    @Test
    void another_letter_case_is_reported() {
        assertThat(Said.observed(
                        SENT,
                        created().nextSessionId(id(1).toLowerCase(Locale.ROOT)).close()))
                .containsExactly("Close-Session has the session id in another letter case than the Ack.");
    }

    @Test
    void a_session_from_before_the_observation_is_not_known() {
        Said.silent(SENT, CaseBuilder.session().nextSessionId(OTHER).fragment(10, 19, 20));
        Said.silent(
                SENT,
                CaseBuilder.session()
                        .nextSessionId(OTHER)
                        .fragment(10, 19, 20)
                        .create()
                        .nextSessionId(OTHER)
                        .close());
    }

    @Test
    void an_answer_that_could_not_be_read_may_have_given_another_id() {
        Said.silent(
                SENT,
                created()
                        .nextAnswered("HTTP/1.1 200 OK\r\nX: y", Ending.TOO_LONG)
                        .create()
                        .nextSessionId(OTHER)
                        .fragment(0, 9, 10));
    }

    @Test
    void another_connection_may_be_another_upload() {
        Said.silent(SENT, created().newConnection().nextSessionId(OTHER).close());
        Said.held(SENT, created().nextSessionId(OTHER).fragment(10, 19, 20).close());
    }

    @Test
    void breaks_for_the_id_of_a_session_that_was_replaced() {
        CaseBuilder played = lost().in(1).fragment(0, 9, 20);
        assertThat(Said.broken(KEPT, played))
                .containsExactly("Fragment has BITS-Session-Id: " + id(1) + " where BITS-Session-Id: " + id(2)
                        + " is expected.");
        Said.held(KEPT, lost().fragment(0, 9, 20));
    }

    @Test
    void the_id_of_a_session_that_goes_on_is_reported() {
        assertThat(Said.observed(KEPT, created().create().in(1).fragment(0, 9, 20)))
                .containsExactly("Fragment belongs to a session before the last one that the server gave.");
    }

    private static CaseBuilder lost() {
        return created()
                .fragment(0, 9, 20, (Message ack) -> ack.error(500, "0x8020001F"))
                .create();
    }
}
