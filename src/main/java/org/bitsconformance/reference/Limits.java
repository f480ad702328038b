package org.bitsconformance.reference;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the server is configured to put an end to.
 *
 * @param maximumUploadSize the largest upload, in bytes (MC-BUP 3.2.1.1, MaximumUploadSize)
 * @param sessionTimeout how long a session is kept that makes no progress (MC-BUP 3.2.2.1)
 */
public record Limits(OptionalLong maximumUploadSize, Optional<Duration> sessionTimeout) {

    /** No limit but that of the memory. */
    public static final Limits NONE = new Limits(OptionalLong.empty(), Optional.empty());
}
