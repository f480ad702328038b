package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTakesItsCourseTests {

    private static final String ORDER = "packet.fragment.order";
    private static final String NEXT = "client.fragment.next";
    private static final String OVER = "client.start-over";
    private static final String COURSE = "client.course";
    private static final String CLOSED = "packet.close-session";
    private static final String CANCELLED = "packet.cancel-session";

    @ParameterizedTest
    @ValueSource(strings = {ORDER, COURSE, CLOSED})
    void holds_for_an_upload_in_order(String requirement) {
        Said.held(requirement, created().fragment(0, 9, 20).fragment(10, 19, 20).close());
    }

    @Test
    void breaks_for_a_gap_and_an_overlap() {
        assertThat(Said.broken(ORDER, created().fragment(0, 9, 30).fragment(20, 29, 30)))
                .containsExactly("Fragment (bytes 20-29/30) begins at 20 where 10, the next byte, is expected.");
        assertThat(Said.broken(ORDER, created().fragment(0, 9, 30).fragment(5, 14, 30)))
                .containsExactly("Fragment (bytes 5-14/30) begins at 5 where 10, the next byte, is expected.");
        assertThat(Said.broken(ORDER, created().fragment(10, 19, 30)))
                .containsExactly("Fragment (bytes 10-19/30) begins at 10 where 0, the next byte, is expected.");
    }

    @Test
    void a_program_that_was_started_again_may_have_forgotten_acks() {
        CaseBuilder played = created().fragment(0, 9, 30).newConnection().fragment(0, 9, 30);
        assertThat(Said.observed(ORDER, played))
                .containsExactly(
                        "Fragment (bytes 0-9/30) begins at 0 where 10, the next byte, is expected; the client may"
                                + " have been started again.");
        assertThat(Said.broken(ORDER, played.event(Said.ended(0)))).hasSize(1);
    }

    @Test
    void a_client_that_gave_up_waiting_does_not_know_the_ack() {
        Said.held(
                ORDER,
                created()
                        .nextBegunAfter(3_000_000)
                        .fragment(0, 9, 30)
                        .newConnection()
                        .fragment(0, 9, 30)
                        .fragment(10, 19, 30)
                        .event(Said.ended(1)));
    }

    @Test
    void anything_may_follow_an_answer_that_was_lost() {
        CaseBuilder played = created()
                .nextUnanswered(Ending.CLOSED)
                .fragment(0, 9, 30)
                .newConnection()
                .fragment(0, 9, 30, ack -> ack.status(416).with("BITS-Received-Content-Range", "10"));
        assertThat(Said.broken(ORDER, played.fragment(10, 19, 30))).isEmpty();
        Said.held(NEXT, played);
    }

    @Test
    void a_fragment_that_was_refused_is_sent_again() {
        CaseBuilder played = created().fragment(0, 9, 20, ack -> ack.status(503));
        Said.held(ORDER, played.fragment(0, 9, 20));
        assertThat(Said.broken(
                        ORDER,
                        created().fragment(0, 9, 20, ack -> ack.status(503)).fragment(10, 19, 20)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 15})
    void holds_if_the_client_goes_where_an_ack_sends_it(long offset) {
        CaseBuilder played = created().fragment(0, 9, 30).fragment(10, 19, 30, ack -> told(ack, 416, offset));
        Said.held(NEXT, played.fragment(offset, 29, 30));
        Said.held(ORDER, played);
    }

    @Test
    void breaks_if_the_client_ignores_the_offset_of_an_ack() {
        assertThat(Said.broken(
                        NEXT,
                        created().fragment(0, 9, 30, ack -> told(ack, 416, 0)).fragment(10, 19, 30)))
                .containsExactly("Fragment (bytes 10-19/30) begins at 10 where 0, the offset that the Ack named, is"
                        + " expected.");
        assertThat(Said.broken(
                        NEXT,
                        created().fragment(0, 9, 30, ack -> told(ack, 200, 5)).fragment(10, 19, 30)))
                .containsExactly("Fragment (bytes 10-19/30) begins at 10 where 5, the offset that the Ack named, is"
                        + " expected.");
    }

    @Test
    void an_offset_beyond_what_was_sent_need_not_be_followed() {
        CaseBuilder played =
                created().fragment(0, 9, 30, ack -> told(ack, 416, 20)).fragment(10, 19, 30);
        assertThat(Said.observed(NEXT, played))
                .containsExactly("The Ack named the offset 20, which is beyond what was sent, and Fragment (bytes"
                        + " 10-19/30) begins at 10.");
        Said.silent(
                NEXT, created().fragment(0, 9, 30, ack -> told(ack, 200, 99)).fragment(10, 19, 30));
        Said.silent(
                NEXT,
                created()
                        .fragment(0, 9, 30, ack -> ack.with("BITS-Received-Content-Range", "many"))
                        .fragment(10, 19, 30));
    }

    @Test
    void holds_if_a_new_session_begins_at_the_first_byte() {
        Said.held(OVER, lost().fragment(0, 9, 30));
        Said.silent(OVER, created().fragment(0, 9, 30));
    }

    @Test
    void breaks_if_a_new_session_goes_on_where_the_last_one_ended() {
        assertThat(Said.broken(OVER, lost().fragment(10, 19, 30)))
                .containsExactly(
                        "The first Fragment (bytes 10-19/30) of a new session begins at 10 where 0 is expected.");
        Said.silent(NEXT, lost().fragment(10, 19, 30));
    }

    @Test
    void fragments_that_went_to_a_host_out_of_sight_are_not_missed() {
        CaseBuilder played = CaseBuilder.session()
                .create(ack ->
                        ack.with("BITS-Host-Id", "elsewhere.example").with("BITS-Host-Id-Fallback-Timeout", "60"))
                .resting(70_000)
                .fragment(10, 19, 20)
                .close();
        Said.silent(ORDER, played);
        Said.held(COURSE, played);
    }

    @Test
    void breaks_for_a_close_before_the_end() {
        assertThat(Said.broken(COURSE, created().fragment(0, 9, 20).close()))
                .containsExactly("Close-Session was sent when the server expected byte 10 of 20.");
    }

    @Test
    void a_close_without_any_fragment_may_be_of_an_empty_file() {
        Said.silent(COURSE, created().close());
        assertThat(Said.observed(
                        COURSE,
                        created().fragment(0, 19, 20, ack -> ack.status(500)).close()))
                .containsExactly("Close-Session was sent when the server expected byte 0 of 20; no Ack had come for the"
                        + " Fragments.");
    }

    @Test
    void breaks_if_a_program_says_that_all_is_well_and_has_not_closed() {
        CaseBuilder played = created().fragment(0, 19, 20);
        Said.silent(CLOSED, created().fragment(0, 19, 20));
        assertThat(Said.broken(CLOSED, played.event(Said.ended(0))))
                .containsExactly("The client ended without Close-Session after the server had taken all bytes.");
        Said.silent(CLOSED, created().fragment(0, 19, 20).event(Said.ended(1)));
        assertThat(Said.observed(CLOSED, created().fragment(0, 19, 20).cancel()))
                .containsExactly("The session was cancelled after its last byte had been taken.");
    }

    @Test
    void holds_if_nothing_follows_a_cancel() {
        Said.held(CANCELLED, created().fragment(0, 9, 20).cancel());
        Said.held(CANCELLED, created().fragment(0, 9, 20).cancel().ping().create());
        assertThat(Said.observed(CANCELLED, created().cancel().event(Said.ended(0, Arrived.COMPLETE))))
                .containsExactly("The file arrived although its upload was cancelled.");
    }

    @Test
    void breaks_if_a_cancelled_session_goes_on() {
        assertThat(Said.broken(CANCELLED, created().cancel().fragment(0, 9, 20)))
                .containsExactly("The client sent Fragment in a session after Cancel-Session had been answered 200.");
    }

    private static Message told(Message ack, int status, long offset) {
        return ack.status(status).with("BITS-Received-Content-Range", String.valueOf(offset));
    }

    private static CaseBuilder lost() {
        return created()
                .fragment(0, 9, 30)
                .fragment(10, 19, 30, ack -> ack.error(500, "0x8020001F"))
                .create();
    }
}
