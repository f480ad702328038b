package org.bitsconformance.reference;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
import org.bitsconformance.reference.stimulus.Confronting;

/**
 * How a {@link ReferenceServer} behaves.
 *
 * @param dialect the document that the server follows if the two disagree
 * @param faults the ways in which the server is wrong; several apply together
 * @param entrance where and how it is reached
 * @param settings what the documents leave to its administrator
 */
public record ReferenceOptions(Document dialect, Set<Fault> faults, Entrance entrance, Settings settings) {

    /**
     * Where and how the server is reached.
     *
     * @param port the TCP port on 127.0.0.1, from 1 to 65535, or 0 for any free one
     * @param frontEnd what carries requests and answers; always {@link FrontEndKind#SOCKET} if a fault needs it
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
     * @param hostId the host that Create-Session tells clients to continue with; empty for none (BITSHostId)
     * @param replies whether uploads are answered with a reply, under a URL in the Ack to their last byte (1.3.3)
     * @param notifying how a server application is notified of each upload; empty if it is not
     * @param limits the limits that the server is configured with
     * @param anySize whether uploads of any size are taken: of one over 1 MiB, length and digest are kept and no bytes, and
     *     HEAD tells them; by the socket front end, and without replies and notifications
     * @param confronting what clients are confronted with; by the socket front end. Empty for nothing
     */
    public record Settings(
            boolean overwrites,
            Optional<HostId> hostId,
            boolean replies,
            Optional<Notifying> notifying,
            Limits limits,
            boolean anySize,
            Optional<Confronting> confronting) {}

    /** Throws {@link IllegalArgumentException} if the front end cannot carry the protection. */
    public ReferenceOptions {
        faults = Set.copyOf(faults);
        if (settings.anySize
                || settings.confronting.isPresent()
                || faults.stream().anyMatch(Fault::needsSocket)) {
            entrance = new Entrance(entrance.port, FrontEndKind.SOCKET, entrance.protection);
        }
        if (entrance.frontEnd == FrontEndKind.SOCKET && entrance.protection.tls() != Protection.Tls.NONE) {
            throw new IllegalArgumentException("the socket front end speaks no TLS");
        }
    }

    /**
     * A server that follows one document in everything, lets files be replaced, names no host and gives no replies; on
     * any free port, with WireMock.
     */
    public static ReferenceOptions conformant(Document dialect) {
        return new ReferenceOptions(
                dialect,
                Set.of(),
                new Entrance(0, FrontEndKind.WIREMOCK, Protection.NONE),
                new Settings(true, Optional.empty(), false, Optional.empty(), Limits.NONE, false, Optional.empty()));
    }

    /** The document of this name; throws {@link IllegalArgumentException} if it is neither {@code mc-bup} nor {@code win32}. */
    public static Document dialect(String name) {
        return Document.named(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("dialect must be mc-bup or win32, not \"" + name + "\""));
    }

    /**
     * The faults with these ids, as the command {@code faults} lists them; throws {@link IllegalArgumentException} if one
     * does not exist.
     */
    public static List<Fault> faults(String... ids) {
        return Arrays.stream(ids)
                .map(id -> Faults.named(id)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "no fault is called \"" + id + "\"; see the command faults")))
                .toList();
    }

    /** A copy with only these faults. */
    public ReferenceOptions withFaults(Collection<Fault> others) {
        return new ReferenceOptions(dialect, Set.copyOf(others), entrance, settings);
    }

    /** A copy with only these faults. */
    public ReferenceOptions withFaults(Fault... others) {
        return withFaults(Arrays.asList(others));
    }

    /** A copy with this port; throws {@link IllegalArgumentException} if it is out of range. */
    public ReferenceOptions withPort(int other) {
        return with(new Entrance(other, entrance.frontEnd, entrance.protection));
    }

    /** A copy with this front end, unless a fault needs another. */
    public ReferenceOptions withFrontEnd(FrontEndKind other) {
        return with(new Entrance(entrance.port, other, entrance.protection));
    }

    /** A copy with this protection. */
    public ReferenceOptions withProtection(Protection other) {
        return with(new Entrance(entrance.port, entrance.frontEnd, other));
    }

    private ReferenceOptions with(Entrance other) {
        return new ReferenceOptions(dialect, faults, other, settings);
    }

    /** A copy that refuses an upload to an existing file. */
    public ReferenceOptions withoutOverwriting() {
        Settings s = settings;
        return with(new Settings(false, s.hostId, s.replies, s.notifying, s.limits, s.anySize, s.confronting));
    }

    /** A copy that names a host to continue with. */
    public ReferenceOptions withHostId(HostId other) {
        Settings s = settings;
        return with(new Settings(
                s.overwrites, Optional.of(other), s.replies, s.notifying, s.limits, s.anySize, s.confronting));
    }

    /** A copy that answers uploads with a reply. */
    public ReferenceOptions withReplies() {
        Settings s = settings;
        return with(new Settings(s.overwrites, s.hostId, true, s.notifying, s.limits, s.anySize, s.confronting));
    }

    /** A copy that notifies a server application of each upload, which gives the reply. */
    public ReferenceOptions withNotifying(Notifying other) {
        Settings s = settings;
        return with(new Settings(
                s.overwrites, s.hostId, s.replies, Optional.of(other), s.limits, s.anySize, s.confronting));
    }

    /** A copy with these limits. */
    public ReferenceOptions withLimits(Limits other) {
        Settings s = settings;
        return with(new Settings(s.overwrites, s.hostId, s.replies, s.notifying, other, s.anySize, s.confronting));
    }

    /** A copy that accepts uploads of any size and keeps no bytes of large ones. */
    public ReferenceOptions takingAnySize() {
        Settings s = settings;
        return with(new Settings(s.overwrites, s.hostId, s.replies, s.notifying, s.limits, true, s.confronting));
    }

    /** A copy that confronts its clients with stimuli. */
    public ReferenceOptions confronting(Confronting other) {
        Settings s = settings;
        return with(
                new Settings(s.overwrites, s.hostId, s.replies, s.notifying, s.limits, s.anySize, Optional.of(other)));
    }

    private ReferenceOptions with(Settings other) {
        return new ReferenceOptions(dialect, faults, entrance, other);
    }

    /** The combined conduct of the faults, family by family, each in declaration order. */
    Conduct conduct() {
        return new CombinedConduct(
                Faults.inOrder(faults).stream().map(Fault::conduct).toList());
    }
}
