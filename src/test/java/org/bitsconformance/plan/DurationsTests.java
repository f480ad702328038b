package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {
    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "5s,PT5S", "2m,PT2M", "1h,PT1H", "24h,PT24H", "1ms,PT0.001S", "10 s,PT10S", "007s,PT7S"
    })
    void a_number_and_a_unit(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "5", "s", "-1s", "1.5s", "5S", "5 sec", " 5s", "5s ", "5s5s", "1e3ms", "9999999999s"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage("must be a duration such as 500ms, 5s or 2m, not \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0ms", "25h", "999999999h", "86401s"})
    void too_short_or_too_long(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage("must be a duration from 1ms to 24h, not \"" + text + "\"");
    }
}
