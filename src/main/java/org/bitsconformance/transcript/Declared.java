package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the target is set up where the documents leave the choice to the server, as declared. An empty value was not
 * declared.
 *
 * @param mode whether the mode of the run was declared; otherwise it is assumed
 * @param capabilities what the target may and can do; on disk its keys are on the same level as the others
 * @param notification how it notifies a server application
 * @param access how it controls access
 * @param limits its limits other than sizes
 */
public record Declared(
        boolean mode,
        @JsonUnwrapped Capabilities capabilities,
        Optional<DeclaredNotification> notification,
        DeclaredAccess access,
        DeclaredLimits limits) {

    /**
     * What the target may and can do.
     *
     * @param overwrite whether an upload may replace a file that exists at its destination (MC-BUP 3.2.1.1)
     * @param hostId the host that the server is configured to send as {@code BITS-Host-Id}, or {@link #NO_HOST}
     * @param hostIdFallbackSeconds the fallback time-out that it is configured to send with the host, in seconds
     * @param connections {@code one} or {@code several}: how many connections it serves at once
     */
    public record Capabilities(
            Optional<Boolean> overwrite,
            Optional<String> hostId,
            OptionalLong hostIdFallbackSeconds,
            Optional<String> connections) {}

    /** Value of {@code hostId} if the server is declared to have no host configured. */
    public static final String NO_HOST = "none";

    /** Nothing was declared. */
    public static final Declared NOTHING =
            new Declared(false, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** Records of older versions lack some of these; they are then empty. */
    public Declared {
        notification = notification == null ? Optional.empty() : notification;
        access = access == null ? DeclaredAccess.UNDECLARED : access;
        limits = limits == null ? DeclaredLimits.NONE : limits;
    }

    /** No server application, access control or limit other than sizes was declared. */
    public Declared(
            boolean mode,
            Optional<Boolean> overwrite,
            Optional<String> hostId,
            OptionalLong hostIdFallbackSeconds,
            Optional<String> connections) {
        this(
                mode,
                new Capabilities(overwrite, hostId, hostIdFallbackSeconds, connections),
                Optional.empty(),
                DeclaredAccess.UNDECLARED,
                DeclaredLimits.NONE);
    }

    /** A copy with this access, and with or without a declared mode. */
    public Declared with(boolean otherMode, DeclaredAccess otherAccess) {
        return new Declared(otherMode, capabilities, notification, otherAccess, limits);
    }

    /** A copy for a target that notifies a server application in this way. */
    public Declared notifying(DeclaredNotification other) {
        return new Declared(mode, capabilities, Optional.of(other), access, limits);
    }

    /** A copy with the URL at which the suite now listens for notifications, if it listens. */
    public Declared listeningAt(Optional<String> url) {
        return notification
                .flatMap(declared -> url.map(declared::at))
                .map(this::notifying)
                .orElse(this);
    }

    /** The host that the server is configured to send; empty if there is none, or it was not declared. */
    public Optional<String> host() {
        return capabilities.hostId.filter(name -> !name.equals(NO_HOST));
    }
}
