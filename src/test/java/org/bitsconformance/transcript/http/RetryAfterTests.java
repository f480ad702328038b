package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

    @ParameterizedTest
    @CsvSource({
        "Retry-After: 0, 0",
        "Retry-After: 120, 120",
        "retry-after:  7 , 7",
        "'Retry-After: Sun, 06 Nov 1994 08:49:37 GMT', 7",
        "'Retry-After: Sunday, 06-Nov-94 08:49:37 GMT', 7",
        "Retry-After: Sun Nov  6 08:49:37 1994, 7",
        "'Retry-After: Sun, 06 Nov 1994 08:49:00 GMT', 0",
        "'Date: Sun, 06 Nov 1994 08:00:00 GMT\nRetry-After: Sun, 06 Nov 1994 08:00:05 GMT', 5"
    })
    void reads_seconds_and_dates(String fields, long seconds) {
        assertThat(RetryAfter.of(answer(fields), NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X: 1", "Retry-After: soon", "Retry-After: -1", "Retry-After: 1.5", "Retry-After: 9999999999"})
    void is_empty_otherwise(String fields) {
        assertThat(RetryAfter.of(answer(fields), NOW)).isEmpty();
    }

    private static Answer answer(String fields) {
        return AnswerParser.parse(
                        "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n" + fields.replace("\n", "\r\n") + "\r\n\r\n",
                        "GET",
                        true)
                .orElseThrow();
    }
}
