package org.bitsconformance.transcript;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The declared limits of the target other than sizes; each is empty if it was not declared.
 *
 * @param sessionTimeoutMillis how long a session without progress is kept (MC-BUP 3.2.2.1)
 * @param directory a URL that leads to a directory
 * @param disabled a URL where uploads are not enabled
 * @param execute a URL where scripts or programs may run
 */
public record DeclaredLimits(
        OptionalLong sessionTimeoutMillis,
        Optional<String> directory,
        Optional<String> disabled,
        Optional<String> execute) {

    /** No limit was declared. */
    public static final DeclaredLimits NONE =
            new DeclaredLimits(OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Only a session time-out was declared, in milliseconds. */
    public static DeclaredLimits ofSessions(long timeoutMillis) {
        return new DeclaredLimits(OptionalLong.of(timeoutMillis), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
