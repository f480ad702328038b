package org.bitsconformance.reference;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.reference.server.CombinedConduct;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.Limits;
import org.bitsconformance.reference.server.Notifying;
import org.bitsconformance.reference.server.Protection;

/**
 * How a {@link ReferenceServer} behaves.
 *
 * @param dialect the document that is followed where the two disagree
 * @param faults the ways in which the server is to be wrong; several apply together
 * @param entrance where and over what it is reached
 * @param settings what the documents leave to its administrator
 */
public record ReferenceOptions(Document dialect, Set<Fault> faults, Entrance entrance, Settings settings) {

    /**
     * Where and over what the server is reached.
     *
     * @param port the TCP port on 127.0.0.1, from 1 to 65535, or 0 for any that is free
     * @param frontEnd what carries requests and answers; {@link FrontEndKind#SOCKET} whenever a fault needs it, whatever was
     *     asked for
     * @param protection who may use the server, and over what
     */
    public record Entrance(int port, FrontEndKind frontEnd, Protection protection) {

        private static final int HIGHEST_PORT = 65_535;

        /** Throws {@link IllegalArgumentException} if {@code port} is out of range. */
        public Entrance {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("not a port: " + port);
            }
        }
    }

    /**
     * What the documents leave to the administrator of a server (MC-BUP 3.2.1.1).
     *
     * @param overwrites whether an upload may replace a file that is at its destination (AllowOverwrites)
     * @param hostId what Create-Session is told to go on with instead; empty for nothing (BITSHostId)
     * @param replies whether uploads are answered with a reply, under a URL in the Ack to their last byte (1.3.3)
     * @param notifying how a server application is notified of each upload; empty for not at all
     * @param limits what the server is configured to put an end to
     */
    public record Settings(
            boolean overwrites,
            Optional<HostId> hostId,
            boolean replies,
            Optional<Notifying> notifying,
            Limits limits) {}

    /** Throws {@link IllegalArgumentException} if the front end cannot carry the protection. */
    public ReferenceOptions {
        faults = Set.copyOf(faults);
        if (faults.stream().anyMatch(Fault::needsSocket)) {
            entrance = new Entrance(entrance.port, FrontEndKind.SOCKET, entrance.protection);
        }
        if (entrance.frontEnd == FrontEndKind.SOCKET && entrance.protection.tls() != Protection.Tls.NONE) {
            throw new IllegalArgumentException("the socket front end speaks no TLS");
        }
    }

    /**
     * A server that follows one document in everything, lets files be replaced, and names no host and gives no replies; on any
     * free port, by WireMock.
     */
    public static ReferenceOptions conformant(Document dialect) {
        return new ReferenceOptions(
                dialect,
                Set.of(),
                new Entrance(0, FrontEndKind.WIREMOCK, Protection.NONE),
                new Settings(true, Optional.empty(), false, Optional.empty(), Limits.NONE));
    }

    /** With those faults and no others. */
    public ReferenceOptions withFaults(Collection<Fault> others) {
        return new ReferenceOptions(dialect, Set.copyOf(others), entrance, settings);
    }

    /** With those faults and no others. */
    public ReferenceOptions withFaults(Fault... others) {
        return withFaults(Arrays.asList(others));
    }

    /** On that port; throws {@link IllegalArgumentException} if it is out of range. */
    public ReferenceOptions withPort(int other) {
        return with(new Entrance(other, entrance.frontEnd, entrance.protection));
    }

    /** By that front end, unless a fault needs another. */
    public ReferenceOptions withFrontEnd(FrontEndKind other) {
        return with(new Entrance(entrance.port, other, entrance.protection));
    }

    /** With that protection. */
    public ReferenceOptions withProtection(Protection other) {
        return with(new Entrance(entrance.port, entrance.frontEnd, other));
    }

    private ReferenceOptions with(Entrance other) {
        return new ReferenceOptions(dialect, faults, other, settings);
    }

    /** Such that an upload to a file that exists is refused. */
    public ReferenceOptions withoutOverwriting() {
        return with(new Settings(false, settings.hostId, settings.replies, settings.notifying, settings.limits));
    }

    /** With a host to go on with. */
    public ReferenceOptions withHostId(HostId other) {
        return with(new Settings(
                settings.overwrites, Optional.of(other), settings.replies, settings.notifying, settings.limits));
    }

    /** Such that uploads are answered with a reply. */
    public ReferenceOptions withReplies() {
        return with(new Settings(settings.overwrites, settings.hostId, true, settings.notifying, settings.limits));
    }

    /** Such that a server application is notified of each upload, and gives the reply. */
    public ReferenceOptions withNotifying(Notifying other) {
        return with(new Settings(
                settings.overwrites, settings.hostId, settings.replies, Optional.of(other), settings.limits));
    }

    /** With those limits. */
    public ReferenceOptions withLimits(Limits other) {
        return with(new Settings(settings.overwrites, settings.hostId, settings.replies, settings.notifying, other));
    }

    private ReferenceOptions with(Settings other) {
        return new ReferenceOptions(dialect, faults, entrance, other);
    }

    /** The conduct that the faults add up to, family by family, each in the order of its declaration. */
    Conduct conduct() {
        return new CombinedConduct(
                Faults.inOrder(faults).stream().map(Fault::conduct).toList());
    }
}
