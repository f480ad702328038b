package org.bitsconformance.transcript;

import java.util.OptionalLong;

/**
 * The limits that the target was declared to have, beside those of sizes.
 *
 * @param sessionTimeoutMillis how long a session without progress is kept (MC-BUP 3.2.2.1), where declared
 */
public record DeclaredLimits(OptionalLong sessionTimeoutMillis) {

    /** None was declared. */
    public static final DeclaredLimits NONE = new DeclaredLimits(OptionalLong.empty());
}
