package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "6 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void isTheSameInEveryForm(String value) {
        assertThat(HttpDate.parse(value)).contains("1994-11-06T08:49:37");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "1994-11-06"})
    void isEmptyForAnythingElse(String value) {
        assertThat(HttpDate.parse(value)).isEmpty();
    }
}
