package org.bitsconformance.drive.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.RetryAfter;

/**
 * Waits as long as a front end asks before a request is sent once more ({@code Retry-After}, RFC 2616 14.37), but
 * limits both the single wait and the total, so that a front end cannot hold up a run. Thread-safe.
 */
final class RetryWait {

    /** A longer wait is refused. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    /** How long a run waits in total. */
    static final Duration IN_ALL = Duration.ofMinutes(1);

    private final Consumer<Duration> rest;
    private final Supplier<Instant> now;
    private Duration left = IN_ALL;

    /**
     * @param rest waits, and throws {@link DrivingStopped} when the run is interrupted meanwhile
     */
    RetryWait(Consumer<Duration> rest, Supplier<Instant> now) {
        this.rest = rest;
        this.now = now;
    }

    /**
     * Waits if the answer of a front end asks for it.
     *
     * @return whether it did, so that the request may go out again
     * @throws DrivingStopped when the run is interrupted meanwhile
     */
    boolean hasPassed(Answer answer) {
        Optional<Duration> wait = asked(answer).filter(this::grant);
        wait.ifPresent(rest);
        return wait.isPresent();
    }

    /**
     * What a front end asks for that the suite does not wait for, as an addition to a message; empty if there is
     * nothing.
     */
    String refused(Answer answer) {
        return asked(answer)
                .filter(wait -> wait.compareTo(LONGEST) > 0)
                .map(wait -> "; it asks to wait " + wait.toSeconds() + " s, but a run waits " + LONGEST.toSeconds()
                        + " s at most")
                .orElse("");
    }

    private Optional<Duration> asked(Answer answer) {
        return FrontEnd.answered(answer) ? RetryAfter.of(answer, now.get()) : Optional.empty();
    }

    private synchronized boolean grant(Duration wait) {
        if (wait.compareTo(LONGEST) > 0 || wait.compareTo(left) > 0) {
            return false;
        }
        left = left.minus(wait);
        return true;
    }
}
