package org.bitsconformance.judge.history;

import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/**
 * An answer that a document permits in a state, and the state after it.
 *
 * @param statuses status codes that mean it
 * @param receivedRange value of {@code BITS-Received-Content-Range} that goes with it, where it has one
 * @param next the state after it
 */
record Permitted(Set<Integer> statuses, OptionalLong receivedRange, SessionState next) {

    /** Whether an answer can be this one; a missing or malformed offset is compared elsewhere. */
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
