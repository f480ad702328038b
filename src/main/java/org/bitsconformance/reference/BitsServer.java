package org.bitsconformance.reference;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.server.Ack;
import org.bitsconformance.reference.server.Acks;
import org.bitsconformance.reference.server.Arrivals;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.DocumentReading;
import org.bitsconformance.reference.server.FileStore;
import org.bitsconformance.reference.server.FragmentIntake;
import org.bitsconformance.reference.server.Guard;
import org.bitsconformance.reference.server.Handover;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.Limits;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Mixer;
import org.bitsconformance.reference.server.PacketCheck;
import org.bitsconformance.reference.server.PacketInSession;
import org.bitsconformance.reference.server.Past;
import org.bitsconformance.reference.server.Publication;
import org.bitsconformance.reference.server.Refusal;
import org.bitsconformance.reference.server.Replies;
import org.bitsconformance.reference.server.Session;
import org.bitsconformance.reference.server.SessionHandler;
import org.bitsconformance.reference.server.SessionTable;
import org.bitsconformance.reference.stimulus.Confrontations;
import org.bitsconformance.reference.stimulus.ConfrontingParts;
import org.bitsconformance.upload.ReceivedUpload;

/**
 * The server without its sockets: turns a packet into an answer. Thread-safe; handles packets of one session one at a
 * time, and those of different sessions in parallel.
 */
final class BitsServer {

    /** How many bytes of one upload are kept in memory by default. */
    static final long MOST_BYTES = 256L << 20;

    /** With more open sessions than this, a faulty server loses track of them. */
    private static final int CROWD = 16;

    private final Conduct conduct;
    private final Past past = new Past();
    private final FileStore files;
    private final SessionTable sessions = new SessionTable();
    private final Set<Integer> pinged = ConcurrentHashMap.newKeySet();
    private final DocumentReading reading;
    private final Acks acks;
    private final PacketCheck check;
    private final Handover handover;
    private final SessionHandler handler;
    private final boolean overwrites;
    private final boolean anySize;
    private final Guard guard;
    private final SessionLookup lookup;
    private final Optional<Confrontations> confrontations;
    private volatile Optional<HostId> hostId;
    private volatile String secondAddress = "";

    /** A server that stores at most {@code mostBytes} bytes of one upload. */
    BitsServer(ReferenceOptions options, long mostBytes) {
        this(options, mostBytes, System::nanoTime);
    }

    /** A server whose session time-outs follow {@code clock}, in nanoseconds. */
    BitsServer(ReferenceOptions options, long mostBytes, LongSupplier clock) {
        Limits limits = options.settings().limits();
        this.conduct = options.conduct();
        this.files = new FileStore(conduct, Clock.systemUTC());
        this.overwrites = options.settings().overwrites();
        this.anySize = options.settings().anySize();
        this.guard = new Guard(options.entrance().protection(), conduct);
        this.hostId = options.settings().hostId();
        this.reading = DocumentReading.of(options.dialect());
        this.acks = new Acks(reading);
        this.check = new PacketCheck(reading, conduct);
        Publication publication = new Publication(files, conduct);
        FragmentIntake intake = new FragmentIntake(
                reading,
                conduct,
                acks,
                new Mixer(),
                () -> sessions.count(session -> true) > CROWD,
                limits,
                new FragmentIntake.Room(mostBytes, anySize));
        this.handover = new Handover(
                options.settings().notifying(),
                options.settings().replies(),
                reading,
                publication,
                new Replies(files, conduct),
                sessions);
        this.lookup = new SessionLookup(
                reading,
                conduct,
                sessions,
                past,
                new IdleTimeout(limits, conduct, sessions, handover, clock),
                () -> hostId);
        this.handler = new SessionHandler(
                reading,
                conduct,
                acks,
                sessions,
                new SessionHandler.Uploads(intake, handover, publication),
                () -> hostId,
                clock);
        this.confrontations = options.settings()
                .confronting()
                .map(what -> new Confrontations(
                        what, ConfrontingParts.of(sessions, files, what.user(), () -> secondAddress)));
    }

    ServerAnswer answer(ReceivedPacket packet) {
        handover.awaitPending();
        if (guard.isOpen()) {
            return answer(packet, true);
        }
        return guard.user(packet)
                .filter(user -> !neverLetsIn(packet))
                .map(user -> answer(packet, user.mayUpload()))
                .orElseGet(guard::challenge);
    }

    private ServerAnswer answer(ReceivedPacket packet, boolean mayUpload) {
        if (!packet.isBitsPost()) {
            return files.answer(packet);
        }
        return confrontations
                .map(all -> all.answer(lookup.exchange(packet), handled -> acknowledge(handled, mayUpload)))
                .orElseGet(() -> acknowledge(packet, mayUpload));
    }

    private ServerAnswer acknowledge(ReceivedPacket packet, boolean mayUpload) {
        PacketInSession exchange = lookup.exchange(packet);
        boolean denied = !mayUpload && !conduct.overlooks(Refusal.ACCESS_DENIED, exchange);
        long before = exchange.session().map(BitsServer::received).orElse(0L);
        Ack ack = denied ? acks.refuse(exchange, Refusal.ACCESS_DENIED) : acknowledge(exchange);
        past.add(ack, before);
        return conduct.answer(ack);
    }

    private static long received(Session session) {
        synchronized (session) {
            return session.upload().received();
        }
    }

    private boolean neverLetsIn(ReceivedPacket packet) {
        Optional<PacketType> type =
                packet.headers().first(BitsHeaders.PACKET_TYPE).flatMap(PacketType::named);
        return (type.filter(PacketType.PING::equals).isPresent() && conduct.commits(Misbehaviour.LETS_NO_PING_IN))
                || (type.filter(PacketType.FRAGMENT::equals).isPresent()
                        && conduct.commits(Misbehaviour.LETS_NO_FRAGMENT_IN));
    }

    /**
     * Says which second port of this machine it listens on. It names that port for the packets after a Create-Session,
     * if configured to.
     */
    void goOnAtPort(int port) {
        hostId = hostId.map(named -> named.at(port));
        secondAddress = Listener.ADDRESS + ":" + port;
    }

    /** How many of the open sessions satisfy {@code condition}. */
    int openSessions(Predicate<Session> condition) {
        return sessions.count(condition);
    }

    /** Whether to end the connection after the header section of a packet, without reading its body. */
    boolean hangsUpOn(ReceivedPacket head) {
        return conduct.commits(Misbehaviour.HANGS_UP_ON_FRAGMENTS)
                && head.headers()
                        .first(BitsHeaders.PACKET_TYPE)
                        .flatMap(PacketType::named)
                        .filter(PacketType.FRAGMENT::equals)
                        .isPresent();
    }

    /** After how many bytes of the body the connection of a packet is cut; empty if it is not. */
    OptionalLong cutAfter(ReceivedPacket head, long length) {
        return confrontations
                .filter(all -> head.isBitsPost())
                .map(all -> all.cutAfter(lookup.exchange(head), length))
                .orElse(OptionalLong.empty());
    }

    /** Handles what arrived of a packet whose connection is cut now. */
    void takeCut(ReceivedPacket part) {
        confrontations.flatMap(all -> all.kept(lookup.exchange(part))).ifPresent(kept -> acknowledge(kept, true));
    }

    /** Whether the stimulus of a path has happened to the client of the latest upload to it. */
    boolean hasConfronted(String path) {
        return confrontations.filter(all -> all.hasHappened(path)).isPresent();
    }

    /** The bytes of the finished upload at a path; empty if there is none, or only its digest. */
    Optional<byte[]> stored(String path) {
        return files.content(path);
    }

    /** What has arrived and was not cancelled. */
    List<ReceivedUpload> uploads() {
        return Arrivals.of(files, sessions);
    }

    /** Whether spaces around header values count as part of them. */
    boolean keepsBlanks() {
        return conduct.commits(Misbehaviour.KEEPS_BLANKS_AROUND_VALUES);
    }

    /** Whether it accepts uploads of any size, and keeps only the length and digest of large ones. */
    boolean takesAnySize() {
        return anySize;
    }

    /** Whether it serves one connection at a time, and keeps serving it for a while after its client has closed it. */
    boolean waitsForClosedConnections() {
        return conduct.commits(Misbehaviour.WAITS_FOR_CLOSED_CONNECTIONS);
    }

    /** Handles what arrived of a packet whose connection ended too early, so that nobody waits for an answer. */
    void takeCutOff(ReceivedPacket packet) {
        PacketInSession exchange = lookup.exchange(packet);
        if (packet.isBitsPost() && exchange.is(PacketType.FRAGMENT)) {
            handler.takeCutOff(exchange);
        }
    }

    private Ack acknowledge(PacketInSession exchange) {
        Optional<Refusal> refusal =
                check.refusalOf(exchange).or(() -> objectionTo(exchange)).or(() -> destinationOf(exchange));
        if (refusal.isPresent()) {
            if (exchange.is(PacketType.CLOSE_SESSION) && conduct.commits(Misbehaviour.CARRIES_OUT_REFUSED_CLOSES)) {
                handler.serve(PacketType.CLOSE_SESSION, exchange);
            }
            return acks.refuse(exchange, refusal.get());
        }
        if (exchange.type().isEmpty()) {
            return acks.accept(exchange);
        }
        PacketType type = exchange.type().get();
        return switch (type) {
            case PING -> {
                pinged.add(exchange.packet().connection());
                if (conduct.commits(Misbehaviour.ENDS_SESSIONS_AT_PINGS, exchange)) {
                    sessions.only(exchange.packet().path()).ifPresent(sessions::forget);
                }
                yield acks.accept(exchange);
            }
            case CREATE_SESSION -> handler.create(exchange);
            case FRAGMENT, CLOSE_SESSION, CANCEL_SESSION -> handler.serve(type, exchange);
            case ACK -> throw new IllegalStateException("no client sends an Ack");
        };
    }

    /** The refusal for a file that exists and must not be replaced, if that applies. */
    private Optional<Refusal> destinationOf(PacketInSession exchange) {
        boolean inTheWay = !overwrites
                && exchange.is(PacketType.CREATE_SESSION)
                && files.contains(exchange.packet().path());
        return Optional.of(reading.existingFile()).filter(refusal -> inTheWay && !conduct.overlooks(refusal, exchange));
    }

    private Optional<Refusal> objectionTo(PacketInSession exchange) {
        boolean refused = exchange.is(PacketType.FRAGMENT)
                && conduct.commits(Misbehaviour.REFUSES_FRAGMENTS_AT_NAMED_HOST)
                && lookup.isAtNamedHost(exchange.packet());
        boolean pingMissing = exchange.is(PacketType.CREATE_SESSION)
                && conduct.commits(Misbehaviour.DEMANDS_PINGS)
                && !pinged.contains(exchange.packet().connection());
        return pingMissing || refused ? Optional.of(Refusal.UNDESERVED) : conduct.objection(exchange);
    }
}
