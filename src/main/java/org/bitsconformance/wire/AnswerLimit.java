package org.bitsconformance.wire;

import java.time.Duration;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * How long an answer is waited for. A target that lives and lets several packets run into its limit is given less from then
 * on, so that it cannot hold up a run: a fifth of the limit, but never less than a second, nor than four times what the
 * slowest answer of the run took. What is lost by it is little, since that answers are missing has been seen by then.
 */
final class AnswerLimit {

    private static final int SILENCES = 3;
    private static final int PART = 5;
    private static final int TIMES_SLOWEST = 4;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Duration full;
    private int silences;
    private Duration slowest = Duration.ZERO;

    /** {@code full} is the limit of the target. */
    AnswerLimit(Duration full) {
        this.full = full;
    }

    /** The limit of the next answer. */
    synchronized Duration now() {
        if (silences < SILENCES) {
            return full;
        }
        Duration least = longer(SHORTEST, slowest.multipliedBy(TIMES_SLOWEST));
        return shorter(full, longer(full.dividedBy(PART), least));
    }

    /** Takes note of how long an answer took. */
    synchronized void look(Traffic traffic) {
        if (traffic.ending() == Ending.ANSWERED) {
            long micros = traffic.timing().endedMicros() - traffic.timing().sentMicros();
            slowest = longer(slowest, Duration.ofNanos(micros * 1_000));
        }
    }

    /** Takes note of how a packet ended to which every server answers, while the target lives. */
    synchronized void ended(Ending ending) {
        if (ending == Ending.TIMED_OUT || ending == Ending.SENDING_STALLED) {
            silences++;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
