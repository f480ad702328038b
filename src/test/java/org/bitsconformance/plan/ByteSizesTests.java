package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizesTests {
    @ParameterizedTest
    @CsvSource({
        "1,1",
        "65536,65536",
        "7 B,7",
        "64 KiB,65536",
        "64KiB,65536",
        "13 MiB,13631488",
        "4 GiB,4294967296",
        "1 TiB,1099511627776",
        "3 KB,3000",
        "3 MB,3000000",
        "3 GB,3000000000",
        "3 TB,3000000000000",
        "9223372036854775807,9223372036854775807"
    })
    void a_number_with_or_without_a_unit(String text, long expected) {
        assertThat(ByteSizes.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "big", "0", "-1", "1.5 GiB", "64 kib", "64 Ki", "KiB", "0x10", "1_000", "010", "64  KiB", "7 iB"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSizes.parse(text))
                .withMessage("must be a number of bytes such as 65536, 64 KiB or 4 GiB, not \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "9999999999999999999", "8388608 TiB"})
    void more_than_a_signed_64_bit_number_holds(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSizes.parse(text))
                .withMessage("must be at most 9223372036854775807 bytes, not \"" + text + "\"");
    }
}
