package org.bitsconformance.drive.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyRangeTests {

    @ParameterizedTest
    @CsvSource({
        "first, bytes=0-24",
        "middle, bytes=25-50",
        "last, bytes=99-99",
        "open-end, bytes=50-",
        "past-end, bytes=50-199",
        "suffix, bytes=-25",
        "apart, 'bytes=0-24,50-74'",
        "descending, 'bytes=50-74,0-24'",
        "overlapping, 'bytes=0-50,25-99'",
        "adjacent, 'bytes=0-49,50-99'",
        "beyond-end, bytes=100-199",
        "nothing, bytes=",
        "other-unit, items=0-5"
    })
    void is_made_for_the_length_of_the_reply(String word, String range) {
        assertThat(ReplyRange.of(word, 100)).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply-range", "reply-ranges", "reply-range-invalid"})
    void knows_every_word_of_the_tables(String scenario) {
        assertThat(CaseTable.of(scenario))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(ReplyRange.of(
                                one.parameters().values().iterator().next(), 10))
                        .contains("="));
    }

    @Test
    void knows_no_other_word() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplyRange.of("all", 100))
                .withMessage("no range is called all");
    }
}
