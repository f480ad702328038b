package org.bitsconformance.judge.history;

import java.util.Optional;
import org.bitsconformance.transcript.DeclaredLimits;

/**
 * How long the target is declared to keep a session that makes no progress (MC-BUP 3.2.2.1).
 *
 * @param micros in microseconds, more than 0
 */
public record SessionTimeout(long micros) {

    /** Closer to the time-out than by this part of it, nothing is certain. */
    private static final int MARGIN_PARTS = 5;

    /** The one that is declared; empty if none is. */
    public static Optional<SessionTimeout> of(DeclaredLimits limits) {
        return limits.sessionTimeoutMillis().stream()
                .filter(millis -> millis > 0)
                .mapToObj(millis -> new SessionTimeout(millis * 1000))
                .findFirst();
    }

    /** Whether a session that has been idle for that many microseconds is kept for certain. */
    public boolean certainlyKeeps(long idleMicros) {
        return idleMicros < micros - micros / MARGIN_PARTS;
    }

    /** Whether a session that has been idle for that many microseconds has ended for certain. */
    public boolean certainlyEnds(long idleMicros) {
        return idleMicros > micros + micros / MARGIN_PARTS;
    }
}
