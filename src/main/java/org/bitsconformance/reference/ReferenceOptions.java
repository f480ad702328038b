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
 * How a {@link ReferenceServer} is to behave.
 *
 * @param port the TCP port on 127.0.0.1, from 1 to 65535, or 0 for any that is free
 * @param dialect the document that is followed where the two disagree
 * @param overwrites whether an upload may replace a file that is at its destination (MC-BUP 3.2.1.1, AllowOverwrites)
 * @param hostId what Create-Session is told to go on with instead; empty for nothing (MC-BUP 3.2.1.1, BITSHostId)
 * @param replies whether uploads are answered with a reply, under a URL in the Ack to their last byte (MC-BUP 1.3.3)
 * @param faults the ways in which the server is to be wrong; several apply together
 * @param frontEnd what carries requests and answers; {@link FrontEndKind#SOCKET} whenever a fault needs it, whatever was asked
 *     for
 * @param notifying how a server application is notified of each upload; empty for not at all
 * @param protection who may use the server, and over what
 * @param limits what the server is configured to put an end to
 */
public record ReferenceOptions(
        int port,
        Document dialect,
        boolean overwrites,
        Optional<HostId> hostId,
        boolean replies,
        Set<Fault> faults,
        FrontEndKind frontEnd,
        Optional<Notifying> notifying,
        Protection protection,
        Limits limits) {

    private static final int HIGHEST_PORT = 65_535;

    /** Throws {@link IllegalArgumentException} if {@code port} is out of range. */
    public ReferenceOptions {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        faults = Set.copyOf(faults);
        frontEnd = faults.stream().anyMatch(Fault::needsSocket) ? FrontEndKind.SOCKET : frontEnd;
        if (frontEnd == FrontEndKind.SOCKET && protection.tls() != Protection.Tls.NONE) {
            throw new IllegalArgumentException("the socket front end speaks no TLS");
        }
    }

    /**
     * A server that follows one document in everything, lets files be replaced, and names no host and gives no replies; on any free port, by
     * WireMock.
     */
    public static ReferenceOptions conformant(Document dialect) {
        return new ReferenceOptions(
                0,
                dialect,
                true,
                Optional.empty(),
                false,
                Set.of(),
                FrontEndKind.WIREMOCK,
                Optional.empty(),
                Protection.NONE,
                Limits.NONE);
    }

    /** With those faults and no others. */
    public ReferenceOptions withFaults(Collection<Fault> others) {
        return new ReferenceOptions(
                port,
                dialect,
                overwrites,
                hostId,
                replies,
                Set.copyOf(others),
                frontEnd,
                notifying,
                protection,
                limits);
    }

    /** With those faults and no others. */
    public ReferenceOptions withFaults(Fault... others) {
        return withFaults(Arrays.asList(others));
    }

    /** On that port; throws {@link IllegalArgumentException} if it is out of range. */
    public ReferenceOptions withPort(int other) {
        return new ReferenceOptions(
                other, dialect, overwrites, hostId, replies, faults, frontEnd, notifying, protection, limits);
    }

    /** By that front end, unless a fault needs another. */
    public ReferenceOptions withFrontEnd(FrontEndKind other) {
        return new ReferenceOptions(
                port, dialect, overwrites, hostId, replies, faults, other, notifying, protection, limits);
    }

    /** Such that an upload to a file that exists is refused. */
    public ReferenceOptions withoutOverwriting() {
        return new ReferenceOptions(
                port, dialect, false, hostId, replies, faults, frontEnd, notifying, protection, limits);
    }

    /** With a host to go on with. */
    public ReferenceOptions withHostId(HostId other) {
        return new ReferenceOptions(
                port,
                dialect,
                overwrites,
                Optional.of(other),
                replies,
                faults,
                frontEnd,
                notifying,
                protection,
                limits);
    }

    /** Such that uploads are answered with a reply. */
    public ReferenceOptions withReplies() {
        return new ReferenceOptions(
                port, dialect, overwrites, hostId, true, faults, frontEnd, notifying, protection, limits);
    }

    /** Such that a server application is notified of each upload, and gives the reply. */
    public ReferenceOptions withNotifying(Notifying other) {
        return new ReferenceOptions(
                port, dialect, overwrites, hostId, replies, faults, frontEnd, Optional.of(other), protection, limits);
    }

    /** With that protection. */
    public ReferenceOptions withProtection(Protection other) {
        return new ReferenceOptions(
                port, dialect, overwrites, hostId, replies, faults, frontEnd, notifying, other, limits);
    }

    /** With those limits. */
    public ReferenceOptions withLimits(Limits other) {
        return new ReferenceOptions(
                port, dialect, overwrites, hostId, replies, faults, frontEnd, notifying, protection, other);
    }

    /** The conduct that the faults add up to, family by family, each in the order of its declaration. */
    Conduct conduct() {
        return new CombinedConduct(
                Faults.inOrder(faults).stream().map(Fault::conduct).toList());
    }
}
