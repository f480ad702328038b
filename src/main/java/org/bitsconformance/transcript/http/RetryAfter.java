package org.bitsconformance.transcript.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long an answer asks to wait before the request is sent again: seconds or a date (RFC 2616 14.37). */
public final class RetryAfter {

    /** Name of the header field. */
    public static final String NAME = "Retry-After";

    private RetryAfter() {}

    /**
     * Reads it.
     *
     * @param now what to compare a date with if the answer has no {@code Date}
     * @return never negative; empty if it is missing or malformed
     */
    public static Optional<Duration> of(Answer answer, Instant now) {
        return answer.headers().first(NAME).flatMap(value -> read(value.strip(), answer, now));
    }

    private static Optional<Duration> read(String value, Answer answer, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        Instant sent = answer.headers().first("Date").flatMap(HttpDate::instant).orElse(now);
        return HttpDate.instant(value)
                .map(until -> Duration.between(sent, until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}
