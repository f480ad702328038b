package org.bitsconformance.reference;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.DocumentReading;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Nodes;
import org.bitsconformance.reference.server.PacketInSession;
import org.bitsconformance.reference.server.Past;
import org.bitsconformance.reference.server.Session;
import org.bitsconformance.reference.server.SessionTable;

/** Finds the session that a packet names, by its session id and its path. */
final class SessionLookup {

    /** The packets that belong to a session. */
    private static final Set<PacketType> SESSION_PACKETS =
            Set.of(PacketType.FRAGMENT, PacketType.CLOSE_SESSION, PacketType.CANCEL_SESSION);

    /** With one of these, a session is known only at the place where it was opened. */
    private static final Set<Misbehaviour> LOCAL_SESSIONS = EnumSet.of(
            Misbehaviour.TIES_SESSIONS_TO_CONNECTIONS,
            Misbehaviour.BALANCES_CONNECTIONS,
            Misbehaviour.BALANCES_REQUESTS);

    private final DocumentReading reading;
    private final Conduct conduct;
    private final SessionTable sessions;
    private final Past past;
    private final IdleTimeout timeout;
    private final Supplier<Optional<HostId>> namedHost;
    private final Nodes nodes = new Nodes();

    SessionLookup(
            DocumentReading reading,
            Conduct conduct,
            SessionTable sessions,
            Past past,
            IdleTimeout timeout,
            Supplier<Optional<HostId>> namedHost) {
        this.reading = reading;
        this.conduct = conduct;
        this.sessions = sessions;
        this.past = past;
        this.timeout = timeout;
        this.namedHost = namedHost;
    }

    /** The packet with its type, its session and its range. */
    PacketInSession exchange(ReceivedPacket sent) {
        Optional<PacketType> type = sent.headers()
                .first(BitsHeaders.PACKET_TYPE)
                .flatMap(PacketType::named)
                .filter(named -> named != PacketType.ACK);
        boolean guesses = conduct.commits(Misbehaviour.GUESSES_SESSIONS)
                && type.filter(SESSION_PACKETS::contains).isPresent();
        ReceivedPacket arrived = atItsNode(sent);
        ReceivedPacket packet = guesses ? withSession(arrived) : arrived;
        Optional<Session> session = packet.headers()
                .first(BitsHeaders.SESSION_ID)
                .flatMap(id -> find(id, packet.path()))
                .filter(timeout::keeps)
                .filter(found -> found.connection() == packet.connection()
                        || LOCAL_SESSIONS.stream().noneMatch(conduct::commits))
                .filter(found ->
                        !conduct.commits(Misbehaviour.FORGETS_SESSIONS_AT_NAMED_HOST) || !isAtNamedHost(packet));
        Optional<FragmentRange> range = packet.headers()
                .first(BitsHeaders.CONTENT_RANGE)
                .flatMap(FragmentRange::parse)
                .map(conduct::range)
                .filter(FragmentRange::isInOrder);
        return new PacketInSession(reading, packet, type, session, range, past.of(packet.path()));
    }

    /** Whether a packet came to the host that the server names for the packets after a Create-Session. */
    boolean isAtNamedHost(ReceivedPacket packet) {
        Optional<String> host = packet.headers().first("Host");
        return namedHost
                .get()
                .map(HostId::host)
                .filter(named -> host.filter(named::equalsIgnoreCase).isPresent())
                .isPresent();
    }

    private Optional<Session> find(String id, String path) {
        return sessions.find(new Session.Key(id, path))
                .or(() -> conduct.commits(Misbehaviour.FINDS_SESSIONS_BY_URL) ? sessions.only(path) : Optional.empty());
    }

    /** The packet as one of several servers behind this address gets it, if there are several. */
    private ReceivedPacket atItsNode(ReceivedPacket packet) {
        if (conduct.commits(Misbehaviour.BALANCES_CONNECTIONS)) {
            return nodes.atTurnOfConnection(packet);
        }
        return conduct.commits(Misbehaviour.BALANCES_REQUESTS) ? nodes.atTurnOfRequest(packet) : packet;
    }

    /** The packet as if it named the only open session of its URL, if it names none. */
    private ReceivedPacket withSession(ReceivedPacket packet) {
        HeaderFields headers = packet.headers();
        if (headers.first(BitsHeaders.SESSION_ID).filter(id -> !id.isEmpty()).isPresent()) {
            return packet;
        }
        return sessions.only(packet.path())
                .map(session -> packet.with(
                        headers.with(BitsHeaders.SESSION_ID, session.key().id())))
                .orElse(packet);
    }
}
