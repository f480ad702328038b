package org.bitsconformance.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.server.Limits;
import org.bitsconformance.reference.server.Protection;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredLimits;

/**
 * Credentials and limits of the embedded server for a plan that has scenarios about them, both as set up and as
 * declared.
 *
 * @param sessionTimeout how long a session without progress is kept; empty for ever
 */
record WholeSetUp(Optional<Duration> sessionTimeout) {

    /** Larger than any upload of the scenarios, so that it skips no case. */
    private static final long LARGEST_UPLOAD = 6L << 30;

    /** As large as the largest fragment that a scenario sends. */
    private static final long LARGEST_FRAGMENT = 4L << 20;

    /** Longer than any pause that a busy machine makes in a case. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(3);

    private static final Credentials USER = new Credentials("ann", "right password");
    private static final Credentials DENIED = new Credentials("dan", "denied password");

    /**
     * The setup of a server that notifies in this way. The scenarios about session time-outs wait for the time-out
     * twice. Only a run without a server application drives them, so that the default run takes seconds.
     */
    static WholeSetUp of(NotificationSettings.Type how) {
        return new WholeSetUp(how == NotificationSettings.Type.NONE ? Optional.of(SESSION_TIMEOUT) : Optional.empty());
    }

    /** A server with all of this, on plain sockets: they cost less than WireMock, which plays the server application. */
    ReferenceOptions of(ReferenceOptions usual) {
        Limits sizes = Limits.NONE.withMaximumUploadSize(LARGEST_UPLOAD).withMaximumFragmentSize(LARGEST_FRAGMENT);
        return usual.withFrontEnd(FrontEndKind.SOCKET)
                .withLimits(sessionTimeout.map(sizes::withSessionTimeout).orElse(sizes))
                .withProtection(Protection.by(
                        Protection.Scheme.BASIC,
                        new Protection.User(USER.user(), USER.password(), true),
                        new Protection.User(DENIED.user(), DENIED.password(), false)));
    }

    /** The same target with all of this declared. */
    Target declared(Target usual) {
        Access access = new Access(
                Optional.of(Scheme.BASIC),
                Optional.of(USER),
                Optional.empty(),
                Optional.of(DENIED),
                Optional.empty(),
                Optional.empty());
        Declared before = usual.declared();
        DeclaredLimits places = before.limits();
        DeclaredLimits limits = new DeclaredLimits(
                sessionTimeout.map(Duration::toMillis).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                places.directory(),
                places.disabled(),
                places.execute());
        return usual.with(access)
                .with(usual.uploads().limited(LARGEST_UPLOAD, LARGEST_FRAGMENT))
                .declaring(new Declared(
                        before.mode(), before.capabilities(), before.notification(), access.declared(), limits));
    }
}
