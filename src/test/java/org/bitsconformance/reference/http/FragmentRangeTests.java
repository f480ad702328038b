package org.bitsconformance.reference.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentRangeTests {

    @ParameterizedTest
    @ValueSource(strings = {"bytes 5-9/10", "Bytes 5-9/10", "BYTES\t 05-009/0010", " bytes 5-9/10 "})
    void readsRanges(String value) {
        assertThat(FragmentRange.parse(value)).contains(new FragmentRange(5, 9, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "5-9/10",
                "bytes=5-9/10",
                "bytes 5-9",
                "bytes 5-9/*",
                "bytes */10",
                "bytes 9-5/10",
                "bytes 5-10/10",
                "bytes 0-0/0",
                "bytes -5-9/10",
                "bytes +5-9/10",
                "bytes 0x5-9/10",
                "bytes 5 - 9 / 10",
                "bytes 5-9/10, bytes 5-9/10",
                "bytes 5-9,11-12/20",
                "octets 5-9/10",
                "bytes ٥-٩/10",
                "bytes 0-9223372036854775808/9223372036854775809",
                "bytes 18446744073709551616-18446744073709551617/18446744073709551618"
            })
    void refusesWhatIsNotAFragmentRange(String value) {
        assertThat(FragmentRange.parse(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-0/1", "bytes 4294967296-4294967296/4294967297", "bytes 0-1/9223372036854775807"})
    void readsTheWholeSpanOf63Bits(String value) {
        assertThat(FragmentRange.parse(value)).isPresent();
    }
}
