package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class PacketsArePacedTests {

    private static final String ONE = "client.one-at-a-time";
    private static final String SMALLER = "client.fragment.smaller";
    private static final String DELAYED = "client.retry.delayed";

    @Test
    void holds_if_each_packet_waits_for_the_ack_before() {
        Said.held(
                ONE,
                created().nextBegunAfter(1).fragment(0, 9, 20).newConnection().fragment(10, 19, 20));
    }

    @Test
    void breaks_if_a_packet_is_sent_before_the_ack_of_the_last_one() {
        CaseBuilder played = created()
                .nextBegunAfter(10_000)
                .fragment(0, 9, 20)
                .newConnection()
                .fragment(10, 19, 20);
        assertThat(Said.broken(ONE, played))
                .containsExactly("Fragment was sent before the Ack to the Fragment before it had come.");
        assertThat(Said.broken(
                        ONE,
                        created().nextBegunAfter(10_000).fragment(0, 19, 20).close()))
                .containsExactly("Close-Session was sent before the Ack to the Fragment before it had come.");
    }

    @Test
    void a_client_may_give_up_waiting() {
        CaseBuilder late = created()
                .nextBegunAfter(9_000_000)
                .fragment(0, 9, 20)
                .newConnection()
                .fragment(0, 9, 20);
        assertThat(Said.observed(ONE, late))
                .containsExactly(
                        "Fragment was sent before the Ack to the Fragment before it had come; the client may have"
                                + " given up waiting.");
        assertThat(Said.broken(ONE, late.connection(1).close())).hasSize(1);
        Said.silent(
                ONE,
                created().nextUnanswered(Ending.TIMED_OUT).fragment(0, 9, 20).fragment(0, 9, 20));
    }

    @Test
    void holds_if_fragments_get_smaller_after_413() {
        Said.held(SMALLER, tooLarge(20_000).fragment(0, 9_999, 40_000));
        Said.held(
                SMALLER,
                tooLarge(20_000)
                        .fragment(0, 9_999, 40_000, ack -> ack.ofFrontEnd(413))
                        .event(Said.ended(1)));
    }

    @Test
    void breaks_if_they_do_not() {
        assertThat(Said.broken(SMALLER, tooLarge(20_000).fragment(0, 19_999, 40_000)))
                .containsExactly("After 413 to a Fragment of 20000 bytes, the next one had 20000 bytes.");
        assertThat(Said.broken(SMALLER, tooLarge(20_000).event(Said.ended(1))))
                .containsExactly(
                        "The client gave up after 413 to a Fragment of 20000 bytes, without trying a smaller one.");
        assertThat(Said.observed(SMALLER, tooLarge(20_000).newConnection().fragment(0, 19_999, 40_000)))
                .containsExactly(
                        "After 413 to a Fragment of 20000 bytes, the next one had 20000 bytes; the client may have"
                                + " been started again.");
        Said.silent(SMALLER, tooLarge(20_000));
    }

    @Test
    void windows_sends_no_fragments_below_5_kb() {
        Said.silent(SMALLER, tooLarge(5_120).fragment(0, 5_119, 40_000));
        Said.silent(SMALLER, tooLarge(5_120).event(Said.ended(1)));
    }

    @Test
    void an_upload_that_is_too_large_gets_no_smaller() {
        Said.silent(
                SMALLER,
                created()
                        .fragment(0, 19_999, 40_000, ack -> ack.error(413, "80200020"))
                        .event(Said.ended(1)));
    }

    private static CaseBuilder tooLarge(int length) {
        return created().fragment(0, length - 1, 40_000, ack -> ack.ofFrontEnd(413));
    }

    @Test
    void a_pause_before_another_try_is_reported() {
        CaseBuilder played = created()
                .fragment(0, 9, 20, ack -> ack.status(503))
                .resting(3_000)
                .fragment(0, 9, 20);
        assertThat(Said.observed(DELAYED, played)).containsExactly("Fragment was sent again 3000 ms after 503.");
        assertThat(holdsNothingElse(played)).isTrue();
    }

    private static boolean holdsNothingElse(CaseBuilder played) {
        return Said.broken(DELAYED, played).isEmpty();
    }

    @Test
    void breaks_for_ten_tries_in_a_row_without_a_pause() {
        CaseBuilder played = created();
        for (int i = 0; i < 11; i++) {
            played.fragment(0, 9, 20, ack -> ack.status(500));
        }
        assertThat(Said.broken(DELAYED, played))
                .containsExactly("After 500, the client sent Fragment again 10 times in a row without a pause.");
    }
}
