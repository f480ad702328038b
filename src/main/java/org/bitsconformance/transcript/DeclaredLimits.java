package org.bitsconformance.transcript;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The declared limits of the target other than sizes.
 *
 * @param sessionTimeoutMillis how long a session without progress is kept (MC-BUP 3.2.2.1), where declared
 * @param directory a URL that leads to a directory, where declared
 * @param disabled a URL where uploads are not enabled, where declared
 * @param execute a URL where scripts or programs may run, where declared
 */
public record DeclaredLimits(
        OptionalLong sessionTimeoutMillis,
        Optional<String> directory,
        Optional<String> disabled,
        Optional<String> execute) {

    /** None was declared. */
    public static final DeclaredLimits NONE =
            new DeclaredLimits(OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A session time-out alone was declared, in milliseconds. */
    public static DeclaredLimits ofSessions(long timeoutMillis) {
        return new DeclaredLimits(OptionalLong.of(timeoutMillis), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
