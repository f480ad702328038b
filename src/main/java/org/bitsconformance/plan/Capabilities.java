package org.bitsconformance.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server is declared to be set up for, where the documents leave it to the server. What is empty is not declared.
 *
 * @param overwrite whether an upload may replace a file that exists at its destination (MC-BUP 3.2.1.1, AllowOverwrites)
 * @param hostId the host that the server is configured to send as {@code BITS-Host-Id}, or {@link #NO_HOST}
 * @param hostIdFallbackTimeout the time that it is configured to send with it, whole seconds; only with a host
 * @param connections whether it serves several connections at once
 * @param limits its limits beside those of sizes
 */
public record Capabilities(
        Optional<Boolean> overwrite,
        Optional<String> hostId,
        Optional<Duration> hostIdFallbackTimeout,
        Optional<Connections> connections,
        Limits limits) {

    /** Stands in {@code hostId} where the server is declared to have none configured. */
    public static final String NO_HOST = "none";

    /** Nothing is declared. */
    public static final Capabilities UNDECLARED =
            new Capabilities(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Limits.UNDECLARED);

    /**
     * The limits of a server beside those of sizes.
     *
     * @param sessionTimeout how long a session without progress is kept (MC-BUP 3.2.2.1); a minute at most
     * @param places URLs at which it takes no uploads
     */
    public record Limits(Optional<Duration> sessionTimeout, Places places) {

        /** None is declared. */
        public static final Limits UNDECLARED = new Limits(Optional.empty(), Places.UNDECLARED);
    }

    /**
     * URLs at which a server takes no uploads; checked by {@link TargetUrl#parse}.
     *
     * @param directory leads to a directory, and is used as it is
     * @param disabled where uploads are not enabled; names go into it as into the URL of a target
     * @param execute where scripts may run, or programs; names go into it as into the URL of a target
     */
    public record Places(Optional<String> directory, Optional<String> disabled, Optional<String> execute) {

        /** None is declared. */
        public static final Places UNDECLARED = new Places(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How many connections a server serves at once. */
    public enum Connections {
        /** One; others wait until it has ended. */
        ONE,
        /** Several. */
        SEVERAL
    }
}
