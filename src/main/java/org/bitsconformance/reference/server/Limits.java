package org.bitsconformance.reference.server;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.reference.http.FragmentRange;

/**
 * The limits that the server is configured with.
 *
 * @param maximumUploadSize the largest upload, in bytes (MC-BUP 3.2.1.1, MaximumUploadSize)
 * @param maximumFragmentSize the largest fragment, in bytes (MC-BUP 2.2.6)
 * @param sessionTimeout how long a session is kept that makes no progress (MC-BUP 3.2.2.1)
 */
public record Limits(
        OptionalLong maximumUploadSize, OptionalLong maximumFragmentSize, Optional<Duration> sessionTimeout) {

    /** Sets the largest upload, in bytes. */
    public Limits withMaximumUploadSize(long bytes) {
        return new Limits(OptionalLong.of(bytes), maximumFragmentSize, sessionTimeout);
    }

    /** Sets the largest fragment, in bytes. */
    public Limits withMaximumFragmentSize(long bytes) {
        return new Limits(maximumUploadSize, OptionalLong.of(bytes), sessionTimeout);
    }

    /** Sets the session time-out. */
    public Limits withSessionTimeout(Duration timeout) {
        return new Limits(maximumUploadSize, maximumFragmentSize, Optional.of(timeout));
    }

    boolean admit(FragmentRange range) {
        return range.total() <= maximumUploadSize.orElse(Long.MAX_VALUE)
                && range.length() <= maximumFragmentSize.orElse(Long.MAX_VALUE);
    }

    /** No limit except memory. */
    public static final Limits NONE = new Limits(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
}
