package org.bitsconformance.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTests {

    private long nanos = 7;

    private final Pace pace = new Pace(() -> nanos);

    @Test
    void nothing_is_shown_before_it_means_something() {
        assertThat(pace.shown(10)).isEmpty();
        endedAfterMillis(3000);
        endedAfterMillis(0);
        endedAfterMillis(0);
        endedAfterMillis(0);
        assertThat(pace.shown(10)).isEmpty();
        endedAfterMillis(500);
        assertThat(pace.shown(10)).isEqualTo("  8.0/s  0:02 left");
    }

    @Test
    void the_time_left_follows_from_the_rate() {
        for (int i = 0; i < 4; i++) {
            endedAfterMillis(2000);
        }
        assertThat(pace.shown(50)).isEqualTo("  0.5/s  1:40 left");
        assertThat(pace.shown(3600)).isEqualTo("  0.5/s  120:00 left");
        assertThat(pace.shown(0)).isEqualTo("  0.5/s  0:00 left");
        assertThat(pace.shown(-1)).isEqualTo("  0.5/s  0:00 left");
    }

    @Test
    void a_few_skipped_cases_or_a_slow_one_change_it_little() {
        for (int i = 0; i <= Pace.WINDOW; i++) {
            endedAfterMillis(100);
        }
        assertThat(pace.shown(100)).isEqualTo("  10/s  0:10 left");
        for (int i = 0; i < 5; i++) {
            endedAfterMillis(0);
        }
        assertThat(pace.shown(100)).isEqualTo("  11/s  0:09 left");
        endedAfterMillis(1000);
        assertThat(pace.shown(100)).isEqualTo("  9.3/s  0:11 left");
    }

    @Test
    void old_cases_do_not_count() {
        endedAfterMillis(60_000);
        for (int i = 0; i < Pace.WINDOW; i++) {
            endedAfterMillis(20);
        }
        assertThat(pace.shown(100)).isEqualTo("  50/s  0:02 left");
    }

    private void endedAfterMillis(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        pace.ended();
    }
}
