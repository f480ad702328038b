package org.bitsconformance.judge.history;

import java.util.Optional;
import org.bitsconformance.transcript.DeclaredLimits;

/**
 * How long the target keeps a session that makes no progress, as the target file declares (MC-BUP 3.2.2.1).
 *
 * @param micros in microseconds, more than 0
 */
public record SessionTimeout(long micros) {

    /** Within this fraction of the time-out, nothing is certain. */
    private static final int MARGIN_PARTS = 5;

    /** The declared time-out; empty if none is declared. */
    public static Optional<SessionTimeout> of(DeclaredLimits limits) {
        return limits.sessionTimeoutMillis().stream()
                .filter(millis -> millis > 0)
                .mapToObj(millis -> new SessionTimeout(millis * 1000))
                .findFirst();
    }

    /** Whether a session that has been idle for that many microseconds is certainly kept. */
    public boolean certainlyKeeps(long idleMicros) {
        return idleMicros < micros - micros / MARGIN_PARTS;
    }

    /** Whether a session that has been idle for that many microseconds has certainly ended. */
    public boolean certainlyEnds(long idleMicros) {
        return idleMicros > micros + micros / MARGIN_PARTS;
    }
}
