package org.bitsconformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.WireBytes;
import org.junit.jupiter.api.Test;

class AnswerLimitTests {

    private static final Duration FULL = Duration.ofSeconds(20);

    @Test
    void some_silences_change_nothing() {
        AnswerLimit limit = after(2, FULL);
        limit.ended(Ending.ANSWERED);
        limit.ended(Ending.CLOSED);
        limit.ended(Ending.RESET);
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

    private static AnswerLimit after(int silences, Duration full) {
        AnswerLimit limit = new AnswerLimit(full);
        for (int silence = 0; silence < silences; silence++) {
            limit.ended(silence % 2 == 0 ? Ending.TIMED_OUT : Ending.SENDING_STALLED);
        }
        return limit;
    }

    private static Traffic answeredAfter(long millis) {
        return new Traffic(
                "c1",
                1,
                WireBytes.NONE,
                WireBytes.NONE,
                WireBytes.NONE,
                Ending.ANSWERED,
                new Timing(0, 5_000, OptionalLong.of(6_000), 5_000 + millis * 1_000));
    }
}
