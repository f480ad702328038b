package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.drive.transport.AnswerLimit.Wait;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLimitTests {

    private static final Duration FULL = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(100);
    private static final String CLOSE = packet("Close-Session");
    private static final String FRAGMENT = packet("Fragment");
    private static final String WITHOUT_LENGTH = "HTTP/1.1 500 No\r\n\r\n";
    private static final String CUT_SHORT = "HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\n";

    @Test
    void some_silences_change_nothing() {
        AnswerLimit limit = after(2, FULL);
        limit.ended(CLOSE, WireBytes.NONE, Ending.ANSWERED);
        limit.ended(CLOSE, WireBytes.NONE, Ending.CLOSED);
        limit.ended(CLOSE, WireBytes.NONE, Ending.RESET);
        assertThat(limit.now()).isEqualTo(FULL);
    }

    @Test
    void after_several_it_is_a_fifth() {
        assertThat(after(3, FULL).now()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void it_is_never_shorter_than_a_second() {
        assertThat(after(3, Duration.ofSeconds(2)).now()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void it_is_never_longer_than_it_was() {
        assertThat(after(9, Duration.ofMillis(300)).now()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void it_leaves_four_times_as_long_as_the_slowest_answer_took() {
        AnswerLimit limit = after(3, FULL);
        limit.look(answeredAfter(2_000));
        limit.look(answeredAfter(1_000));
        assertThat(limit.now()).isEqualTo(Duration.ofSeconds(8));
        limit.look(answeredAfter(10_000));
        assertThat(limit.now()).isEqualTo(FULL);
    }

    @Test
    void packets_of_an_often_silent_type_get_a_brief_wait_and_are_not_judged() {
        AnswerLimit limit = after(3, FULL);
        assertThat(limit.after(CLOSE)).isEqualTo(new Wait(Duration.ofSeconds(4), Ending.TIMED_OUT));

        limit.ended(CLOSE, WireBytes.NONE, Ending.TIMED_OUT);

        assertThat(limit.after(CLOSE)).isEqualTo(new Wait(BRIEF, Ending.CUT_OFF));
        assertThat(limit.after(CLOSE.replace("BITS-Packet-Type: C", "bits-packet-type:c")))
                .isEqualTo(new Wait(BRIEF, Ending.CUT_OFF));
        assertThat(limit.after(FRAGMENT)).isEqualTo(new Wait(Duration.ofSeconds(4), Ending.TIMED_OUT));
        assertThat(limit.after("GET / HTTP/1.1\r\n\r\n").ending()).isEqualTo(Ending.TIMED_OUT);
    }

    @Test
    void after_several_useless_brief_waits_in_a_row_the_wait_is_even_shorter() {
        AnswerLimit limit = after(4, FULL);
        for (int i = 0; i < 6; i++) {
            assertThat(limit.after(CLOSE).longest()).isEqualTo(BRIEF);
            limit.ended(CLOSE, WireBytes.NONE, Ending.CUT_OFF);
        }
        assertThat(limit.after(CLOSE)).isEqualTo(new Wait(Duration.ofMillis(20), Ending.CUT_OFF));

        limit.look(traffic(CLOSE, "", Ending.ANSWERED, 1));
        assertThat(limit.after(CLOSE).longest()).isEqualTo(BRIEF);
    }

    @Test
    void a_type_that_was_never_answered_is_given_up_after_many_brief_waits() {
        AnswerLimit limit = after(4, FULL);
        sentInVain(limit, 23);
        assertThat(limit.gaveUp(PacketType.CLOSE_SESSION)).isFalse();

        sentInVain(limit, 1);

        assertThat(limit.gaveUp(PacketType.CLOSE_SESSION)).isTrue();
        assertThat(limit.silences(PacketType.CLOSE_SESSION)).isEqualTo(4);
        assertThat(limit.gaveUp(PacketType.FRAGMENT)).isFalse();
    }

    @Test
    void a_type_that_was_answered_once_is_not_given_up() {
        AnswerLimit limit = new AnswerLimit(FULL);
        limit.look(answeredAfter(CLOSE, 5));
        sentInVain(limit, 99);
        assertThat(limit.gaveUp(PacketType.CLOSE_SESSION)).isFalse();
    }

    @Test
    void all_types_that_the_documents_do_not_have_count_as_one() {
        AnswerLimit limit = new AnswerLimit(FULL);
        for (String type : List.of("Upload", "Pings", "Close", "Ack-")) {
            limit.ended(packet(type), WireBytes.NONE, Ending.TIMED_OUT);
        }
        assertThat(limit.after(packet("Another")).ending()).isEqualTo(Ending.CUT_OFF);
        assertThat(limit.after(CLOSE).ending()).isEqualTo(Ending.TIMED_OUT);
    }

    @Test
    void a_ping_has_the_whole_time_however_many_were_silent() {
        AnswerLimit limit = new AnswerLimit(FULL);
        for (int i = 0; i < 9; i++) {
            limit.ended(packet("Ping"), WireBytes.NONE, Ending.TIMED_OUT);
        }
        assertThat(limit.after(packet("Ping"))).isEqualTo(new Wait(Duration.ofSeconds(4), Ending.TIMED_OUT));
    }

    @Test
    void once_packets_are_sent_in_another_way_silences_are_forgotten() {
        AnswerLimit limit = after(9, FULL);
        limit.forgetSilences();
        assertThat(limit.after(CLOSE)).isEqualTo(new Wait(FULL, Ending.TIMED_OUT));
    }

    @Test
    void silences_of_a_type_are_counted_if_they_were_waited_for() {
        AnswerLimit limit = after(4, FULL);
        limit.ended(CLOSE, WireBytes.NONE, Ending.CUT_OFF);
        assertThat(limit.silences(CLOSE)).isEqualTo(4);
        assertThat(limit.silences(FRAGMENT)).isZero();
    }

    @Test
    void if_some_of_a_type_are_answered_the_others_get_four_times_that_long() {
        AnswerLimit limit = after(4, FULL);
        limit.look(traffic(CLOSE, "", Ending.ANSWERED, 50));
        limit.look(traffic(CLOSE, "", Ending.ANSWERED, 150));
        assertThat(limit.after(CLOSE).longest()).isEqualTo(Duration.ofMillis(400));
        limit.look(traffic(CLOSE, "", Ending.ANSWERED, 99_700));
        assertThat(limit.after(CLOSE).longest()).isEqualTo(FULL);
    }

    @Test
    void an_answer_that_has_begun_is_not_a_silence() {
        AnswerLimit limit = new AnswerLimit(FULL);
        for (int i = 0; i < 9; i++) {
            limit.ended(CLOSE, WireBytes.of(WITHOUT_LENGTH), Ending.TIMED_OUT);
        }
        assertThat(limit.after(CLOSE)).isEqualTo(new Wait(FULL, Ending.TIMED_OUT));
    }

    @Test
    void the_wait_for_an_answer_without_a_length_is_a_second() {
        assertThat(new AnswerLimit(FULL).quiet(answer(WITHOUT_LENGTH))).contains(Duration.ofSeconds(1));
        assertThat(new AnswerLimit(Duration.ofMillis(300)).quiet(answer(WITHOUT_LENGTH)))
                .contains(Duration.ofMillis(300));
    }

    @Test
    void an_answer_with_a_length_has_all_its_time() {
        assertThat(new AnswerLimit(FULL).quiet(answer(CUT_SHORT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {WITHOUT_LENGTH, CUT_SHORT})
    void the_wait_for_the_rest_of_often_unfinished_answers_is_brief(String text) {
        AnswerLimit limit = new AnswerLimit(FULL);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.quiet(answer(text))).isNotEqualTo(Optional.of(BRIEF));
            limit.look(traffic(CLOSE, text, Ending.TIMED_OUT, 1_000));
        }

        assertThat(limit.quiet(answer(text))).contains(BRIEF);
        assertThat(limit.quiet(answer(text.replace("500", "404")))).isNotEqualTo(Optional.of(BRIEF));
    }

    @Test
    void after_several_unfinished_answers_others_may_pause_for_a_second() {
        AnswerLimit limit = new AnswerLimit(FULL);
        for (int i = 0; i < 3; i++) {
            limit.look(traffic(CLOSE, CUT_SHORT, Ending.TIMED_OUT, 20_000));
        }
        assertThat(limit.quiet(answer(CUT_SHORT.replace("500", "404")))).contains(Duration.ofSeconds(1));
        limit.look(answeredAfter(2_000));
        assertThat(limit.quiet(answer(CUT_SHORT.replace("500", "404")))).contains(Duration.ofSeconds(8));
    }

    private static AnswerLimit after(int silences, Duration full) {
        AnswerLimit limit = new AnswerLimit(full);
        for (int silence = 0; silence < silences; silence++) {
            limit.ended(CLOSE, WireBytes.NONE, silence % 2 == 0 ? Ending.TIMED_OUT : Ending.SENDING_STALLED);
        }
        return limit;
    }

    private static String packet(String type) {
        return "BITS_POST /upload/n HTTP/1.1\r\nBITS-Packet-Type: " + type + "\r\n\r\n";
    }

    private static Answer answer(String text) {
        return WireBytes.of(text).answer("BITS_POST", false).orElseThrow();
    }

    private static void sentInVain(AnswerLimit limit, int times) {
        for (int time = 0; time < times; time++) {
            limit.ended(CLOSE, WireBytes.NONE, Ending.CUT_OFF);
        }
    }

    private static Traffic answeredAfter(long millis) {
        return answeredAfter(FRAGMENT, millis);
    }

    private static Traffic answeredAfter(String request, long millis) {
        return traffic(request, "", Ending.ANSWERED, millis);
    }

    private static Traffic traffic(String request, String answer, Ending ending, long millis) {
        return new Traffic(
                "c1",
                1,
                WireBytes.NONE,
                WireBytes.of(request),
                WireBytes.of(answer),
                ending,
                new Timing(0, 5_000, OptionalLong.of(6_000), 5_000 + millis * 1_000));
    }
}
