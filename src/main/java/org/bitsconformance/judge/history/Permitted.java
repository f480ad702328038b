package org.bitsconformance.judge.history;

import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/**
 * An answer that a document permits in a state, and the state after it.
 *
 * @param statuses the permitted status codes
 * @param receivedRange value of {@code BITS-Received-Content-Range} that goes with it, if any
 * @param next the state after it
 */
record Permitted(Set<Integer> statuses, OptionalLong receivedRange, SessionState next) {

    private static final Pattern OFFSET = Pattern.compile("\\d{1,18}");

    /** Whether an answer can be this one; other code compares a missing or malformed offset. */
    boolean explains(int status, OptionalLong offset) {
        return statuses.contains(status)
                && (receivedRange.isEmpty() || offset.isEmpty() || offset.equals(receivedRange));
    }

    /** The offset that an answer names; empty if it is missing or malformed. */
    static OptionalLong offset(Answer answer) {
        return answer.headers()
                .first(BitsHeaders.RECEIVED_CONTENT_RANGE)
                .filter(value -> OFFSET.matcher(value).matches())
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElseGet(OptionalLong::empty);
    }
}
