package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;
import static org.bitsconformance.judge.CaseBuilder.session;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class AnswerIsReadTests {

    private static final String CHECKED = "client.answer.checked";
    private static final String UNKNOWN = "message.header.unknown-to-client";
    private static final String UNEXPECTED = "client.unexpected-answers";
    private static final String RECEIVED = "BITS-Received-Content-Range";

    @Test
    void holds_if_an_ack_without_a_session_is_not_taken() {
        Said.held(CHECKED, withoutId().create());
        Said.held(CHECKED, withoutId().event(Said.ended(1)));
        Said.silent(CHECKED, withoutId().event(Said.stopped()));
        Said.silent(CHECKED, withoutId());
    }

    @Test
    void breaks_if_the_client_goes_on_without_a_session() {
        assertThat(Said.broken(
                        CHECKED,
                        withoutId()
                                .nextRequest(request -> request.without("BITS-Session-Id"))
                                .fragment(0, 9, 10)))
                .containsExactly(
                        "The Ack to Create-Session has no BITS-Session-Id, and the client went on with Fragment.");
    }

    @Test
    void breaks_if_a_program_ends_as_if_all_were_well() {
        assertThat(Said.broken(CHECKED, withoutId().event(Said.ended(0))))
                .containsExactly(
                        "The Ack to Create-Session has no BITS-Session-Id, and the client ended with exit code 0.");
    }

    @Test
    void breaks_if_the_client_goes_on_by_a_protocol_that_it_did_not_offer() {
        assertThat(Said.broken(
                        CHECKED, session().create(AnswerIsReadTests::other).fragment(0, 9, 10)))
                .containsExactly("The Ack to Create-Session names the protocol {00000000-0000-4000-8000-000000000001},"
                        + " which the client did not offer, and the client went on with Fragment.");
        Said.held(CHECKED, session().create(AnswerIsReadTests::other).cancel());
    }

    @Test
    void holds_if_a_fragment_without_an_offset_in_its_ack_is_sent_again() {
        Said.held(
                CHECKED,
                created().fragment(0, 9, 20, ack -> ack.without(RECEIVED)).fragment(0, 9, 20));
        Said.silent(CHECKED, created().fragment(0, 9, 20).fragment(10, 19, 20));
    }

    @Test
    void an_offset_that_is_there_twice_may_be_either() {
        Said.silent(
                CHECKED,
                created().fragment(0, 9, 20, ack -> ack.and(RECEIVED + ": 15")).fragment(10, 19, 20));
    }

    @Test
    void breaks_if_it_counts_as_taken() {
        assertThat(Said.broken(
                        CHECKED,
                        created()
                                .fragment(0, 9, 20, ack -> ack.without(RECEIVED))
                                .fragment(10, 19, 20)))
                .containsExactly("The Ack to Fragment (bytes 0-9/20) has no BITS-Received-Content-Range, and the client"
                        + " went on with Fragment.");
        assertThat(Said.broken(
                        CHECKED,
                        created()
                                .fragment(0, 9, 10, ack -> ack.with(RECEIVED, "all"))
                                .close()))
                .containsExactly(
                        "The Ack to Fragment (bytes 0-9/10) has no number in BITS-Received-Content-Range, and the"
                                + " client went on with Close-Session.");
    }

    @Test
    void holds_if_an_unknown_field_stops_nobody() {
        Said.held(UNKNOWN, session().create(AnswerIsReadTests::next).fragment(0, 9, 10));
        Said.silent(UNKNOWN, created().fragment(0, 9, 10).close().event(Said.ended(1)));
    }

    @Test
    void breaks_if_a_program_gives_up_at_an_unknown_field() {
        assertThat(Said.broken(
                        UNKNOWN, session().create(AnswerIsReadTests::next).event(Said.ended(1))))
                .containsExactly(
                        "The Ack to Create-Session has the unknown field bits-next-version and is right, and the"
                                + " client gave up.");
        Said.silent(UNKNOWN, session().create(AnswerIsReadTests::next));
    }

    @Test
    void the_reaction_to_an_unexpected_status_is_reported() {
        assertThat(Said.observed(
                        UNEXPECTED,
                        created().fragment(0, 9, 10, ack -> ack.status(418)).fragment(0, 9, 10)))
                .containsExactly("Fragment was answered 418, and the client sent Fragment next.");
        assertThat(Said.observed(
                        UNEXPECTED,
                        created().fragment(0, 9, 10, ack -> ack.status(302)).event(Said.ended(4))))
                .containsExactly("Fragment was answered 302, and the client ended with exit code 4.");
    }

    private static CaseBuilder withoutId() {
        return session().create(ack -> ack.without("BITS-Session-Id"));
    }

    private static Message other(Message ack) {
        return ack.with("BITS-Protocol", "{00000000-0000-4000-8000-000000000001}");
    }

    private static Message next(Message ack) {
        return ack.with("BITS-Next-Version", "2");
    }
}
