package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTests {

    @Test
    void isReadInItsParts() {
        ContentRange range = ContentRange.parse("bytes 128-212/300").orElseThrow();

        assertThat(range).isEqualTo(new ContentRange(128, 212, 300)).hasToString("bytes 128-212/300");
        assertThat(range.length()).isEqualTo(85);
        assertThat(range.reachesEnd()).isFalse();
        assertThat(new ContentRange(299, 299, 300).reachesEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bytes 0-0/1", "bytes 00-09/010", "BYTES 0-0999999999/999999999999999999"})
    void isReadInOtherSpellings(String value) {
        assertThat(ContentRange.parse(value)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "0-9/10",
                "bytes=0-9/10",
                "bytes0-9/10",
                "bytes 0-9",
                "bytes 0-9/*",
                "bytes */10",
                "bytes 9-0/10",
                "bytes 0-10/10",
                "bytes 0-9/0",
                "bytes -1-9/10",
                "bytes 0 - 9/10",
                "bytes   0-9/10",
                "bytes 0-9/10 ",
                "bytes 0-9/9999999999999999999",
                "bytes \u0660-\u0669/10"
            })
    void isEmptyForAnythingElse(String value) {
        assertThat(ContentRange.parse(value)).isEmpty();
    }
}
