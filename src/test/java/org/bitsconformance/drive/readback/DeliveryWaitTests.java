package org.bitsconformance.drive.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryWaitTests {

    private static final Duration FULL = Duration.ofSeconds(2);

    private final DeliveryWait wait = new DeliveryWait(FULL);

    @Test
    void some_uploads_that_never_come_change_nothing_if_others_do_come() {
        neverCame(2);
        assertThat(wait.now()).isEqualTo(FULL);
    }

    @Test
    void after_several_it_is_a_quarter() {
        neverCame(3);
        assertThat(wait.now()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void it_leaves_four_times_as_long_as_the_slowest_upload_took() {
        neverCame(3);
        wait.came(Duration.ofMillis(200));
        wait.came(Duration.ofMillis(50));
        assertThat(wait.now()).isEqualTo(Duration.ofMillis(800));
        wait.came(Duration.ofMillis(700));
        assertThat(wait.now()).isEqualTo(FULL);
    }

    @Test
    void after_two_in_a_row_one_look_is_all_until_one_comes() {
        wait.neverCame();
        wait.neverCame();
        assertThat(wait.now()).isZero();
        wait.came(Duration.ZERO);
        assertThat(wait.now()).isEqualTo(FULL);
    }

    private void neverCame(int times) {
        for (int i = 0; i < times; i++) {
            wait.neverCame();
            wait.came(Duration.ZERO);
        }
    }
}
