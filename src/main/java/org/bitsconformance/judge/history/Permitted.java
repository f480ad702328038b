package org.bitsconformance.judge.history;

import java.util.OptionalLong;
import java.util.Set;
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

    /** Whether an answer can be this one; other code compares a missing or malformed offset. */
    boolean explains(Answer answer) {
        return statuses.contains(answer.status())
                && (receivedRange.isEmpty()
                        || offset(answer).isEmpty()
                        || offset(answer).getAsLong() == receivedRange.getAsLong());
    }

    static OptionalLong offset(Answer answer) {
        return answer.headers()
                .first(BitsHeaders.RECEIVED_CONTENT_RANGE)
                .filter(value -> value.matches("\\d{1,18}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElseGet(OptionalLong::empty);
    }
}
