package org.bitsconformance.reference.server;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ServerAnswer;

/** Opens sessions, and serves the packets that name one (MC-BUP 3.2.5.2.3 to 3.2.5.2.8). */
public record SessionHandler(
        DocumentReading reading,
        Conduct conduct,
        Acks acks,
        SessionTable sessions,
        Uploads uploads,
        Supplier<Optional<HostId>> hostId,
        LongSupplier clock) {

    /** What a faulty server already has of an upload before its first fragment. */
    private static final FragmentRange INHERITED = new FragmentRange(0, 999, 2000);

    /** What happens to the bytes of uploads: stored, passed to an application, published. */
    public record Uploads(FragmentIntake intake, Handover handover, Publication publication) {}

    /** Answers a well-formed Create-Session. */
    public Ack create(PacketInSession exchange) {
        String id = conduct.sessionId(reading.freshSessionId());
        if (conduct.commits(Misbehaviour.ENDS_OTHER_SESSIONS)) {
            sessions.endAll();
        }
        Session session = new Session(
                new Session.Key(id, exchange.packet().path()), exchange.packet().connection(), clock.getAsLong());
        if (conduct.commits(Misbehaviour.INHERITS_BYTES, exchange)) {
            session.upload().append(INHERITED, Bytes.of(new byte[Math.toIntExact(INHERITED.length())]));
        }
        sessions.add(session);
        Ack ack = acks.accept(exchange, reading.created());
        ServerAnswer answer = ack.answer()
                .with(BitsHeaders.PROTOCOL, UploadProtocol.BITS_1_5)
                .with(BitsHeaders.SESSION_ID, id)
                .with(BitsHeaders.ACCEPT_ENCODING, "identity");
        return ack.with(hostId.get()
                .map(host -> answer.with(BitsHeaders.HOST_ID, host.host())
                        .with(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT, String.valueOf(host.fallbackSeconds())))
                .orElse(answer));
    }

    /** Answers a well-formed packet that names a session, whether open or not. */
    public Ack serve(PacketType type, PacketInSession exchange) {
        if (exchange.session().isEmpty()) {
            return withoutSession(type, exchange);
        }
        Session session = exchange.session().get();
        synchronized (session) {
            if (sessions.find(session.key()).isEmpty()) {
                return withoutSession(type, exchange.withoutSession());
            }
            return switch (type) {
                case FRAGMENT -> fragment(exchange, session);
                case CLOSE_SESSION -> close(exchange, session);
                case CANCEL_SESSION -> cancel(exchange, session);
                case PING, CREATE_SESSION, ACK -> throw new IllegalArgumentException(type + " names no session");
            };
        }
    }

    private Ack fragment(PacketInSession exchange, Session session) {
        long before = session.upload().received();
        Ack ack = uploads.handover.follow(session, uploads.intake.take(exchange, session));
        boolean progress = session.upload().received() > before;
        if (progress && !conduct.commits(Misbehaviour.TIMES_SESSIONS_FROM_THEIR_START)) {
            session.progressed(clock.getAsLong());
        }
        return ack;
    }

    /** Handles what arrived of a fragment whose connection ended too early. */
    public void takeCutOff(PacketInSession exchange) {
        exchange.session().ifPresent(session -> {
            synchronized (session) {
                if (sessions.find(session.key()).isPresent()) {
                    uploads.intake.takeCutOff(exchange, session);
                }
            }
        });
    }

    private Ack close(PacketInSession exchange, Session session) {
        boolean ignored = conduct.commits(Misbehaviour.IGNORES_CLOSES, exchange)
                || (!session.upload().isComplete() && conduct.commits(Misbehaviour.IGNORES_EARLY_CLOSES));
        if (ignored) {
            return acks.accept(exchange);
        }
        uploads.handover.catchUp(session, exchange);
        Optional<Refusal> missing = Optional.of(Refusal.FILE_GONE)
                .filter(gone -> uploads.publication.isGone(session))
                .or(() -> uploads.handover.objection(session))
                .filter(refusal -> !conduct.overlooks(refusal, exchange));
        boolean lost = conduct.commits(Misbehaviour.LOSES_UPLOADS, exchange);
        if (missing.isEmpty() && !lost && uploads.handover.publishesOnClose(session)) {
            uploads.publication.publish(session);
        }
        sessions.end(session, PacketType.CLOSE_SESSION);
        uploads.handover.end(session, PacketType.CLOSE_SESSION);
        return missing.map(refusal -> acks.refuse(exchange, refusal)).orElseGet(() -> acks.accept(exchange));
    }

    private Ack cancel(PacketInSession exchange, Session session) {
        boolean ignored = conduct.commits(Misbehaviour.IGNORES_CANCELS, exchange)
                || (session.upload().received() == 0 && conduct.commits(Misbehaviour.IGNORES_EARLY_CANCELS));
        if (ignored) {
            return acks.accept(exchange);
        }
        if (conduct.commits(Misbehaviour.PUBLISHES_CANCELLED_UPLOADS)) {
            uploads.publication.publish(session);
        }
        if (!session.upload().isComplete() || reading.cancelsCompleteUploads()) {
            sessions.end(session, PacketType.CANCEL_SESSION);
        }
        uploads.handover.end(session, PacketType.CANCEL_SESSION);
        return acks.accept(exchange);
    }

    private Ack withoutSession(PacketType type, PacketInSession exchange) {
        Optional<PacketType> end = exchange.sessionId()
                .map(id -> new Session.Key(id, exchange.packet().path()))
                .flatMap(sessions::endOf);
        boolean closed = end.filter(PacketType.CLOSE_SESSION::equals).isPresent();
        if (closed && type == PacketType.CANCEL_SESSION && conduct.commits(Misbehaviour.DELETES_CLOSED_UPLOADS)) {
            uploads.publication.remove(exchange.packet().path());
        }
        Refusal refusal = end.isPresent() ? reading.endedSession() : Refusal.UNKNOWN_SESSION;
        boolean goesOn = end.filter(how ->
                        conduct.goesOn(how, type) || conduct.commits(Misbehaviour.SERVES_ENDED_SESSIONS, exchange))
                .isPresent();
        boolean unknownAccepted =
                refusal == Refusal.UNKNOWN_SESSION && conduct.commits(Misbehaviour.ACCEPTS_UNKNOWN_SESSIONS);
        return goesOn || unknownAccepted ? acceptBlindly(exchange) : acks.refuse(exchange, refusal);
    }

    private Ack acceptBlindly(PacketInSession exchange) {
        return exchange.is(PacketType.FRAGMENT)
                ? acks.acceptUpTo(
                        exchange, exchange.range().map(FragmentRange::end).orElse(0L))
                : acks.accept(exchange);
    }
}
