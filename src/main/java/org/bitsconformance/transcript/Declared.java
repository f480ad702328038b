package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the target was declared to be set up for, where the documents leave it to the server. What is empty was not
 * declared.
 *
 * @param mode whether the mode of the run was declared; otherwise it is assumed
 * @param capabilities what it may and can do; on disk its keys are among those around it
 * @param notification how it notifies a server application
 * @param access how it guards itself
 * @param limits its limits other than those of sizes
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
     * @param hostIdFallbackSeconds the time that it is configured to send with the host, in seconds
     * @param connections {@code one} or {@code several}: how many connections it serves at once
     */
    public record Capabilities(
            Optional<Boolean> overwrite,
            Optional<String> hostId,
            OptionalLong hostIdFallbackSeconds,
            Optional<String> connections) {}

    /** Stands in {@code hostId} where the server is declared to have no host configured. */
    public static final String NO_HOST = "none";

    /** Nothing was declared. */
    public static final Declared NOTHING =
            new Declared(false, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** A record of a version that did not know of some of it has nothing there. */
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

    /** The same, with an access, and with or without a mode that was declared. */
    public Declared with(boolean otherMode, DeclaredAccess otherAccess) {
        return new Declared(otherMode, capabilities, notification, otherAccess, limits);
    }

    /** The same, of a target that notifies a server application in that way. */
    public Declared notifying(DeclaredNotification other) {
        return new Declared(mode, capabilities, Optional.of(other), access, limits);
    }

    /** The same, with the URL that the suite came to listen at for notifications, where it listens. */
    public Declared listeningAt(Optional<String> url) {
        return notification
                .flatMap(declared -> url.map(declared::at))
                .map(this::notifying)
                .orElse(this);
    }

    /** The host that the server is configured to send; empty if that is none, or was not declared. */
    public Optional<String> host() {
        return capabilities.hostId.filter(name -> !name.equals(NO_HOST));
    }
}
