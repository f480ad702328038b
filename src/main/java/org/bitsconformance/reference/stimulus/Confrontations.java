package org.bitsconformance.reference.stimulus;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.PacketInSession;

/** The uploads whose clients meet a stimulus, by path. Thread-safe. */
public final class Confrontations {

    private final Confronting confronting;
    private final ConfrontingParts parts;
    private final Map<String, Confrontation> uploads = new ConcurrentHashMap<>();

    public Confrontations(Confronting confronting, ConfrontingParts parts) {
        this.confronting = confronting;
        this.parts = parts;
    }

    /** The answer to a BITS packet, which {@code server} handles if no stimulus prevents it. */
    public ServerAnswer answer(PacketInSession exchange, Function<ReceivedPacket, ServerAnswer> server) {
        String path = exchange.packet().path();
        Optional<String> id = Confronting.named(path);
        if (id.isPresent() && Stimuli.named(id.get()).isEmpty()) {
            return unknown(id.get());
        }
        return upload(path, exchange)
                .map(upload -> upload.answer(exchange, server))
                .orElseGet(() -> server.apply(exchange.packet()));
    }

    /** After how many bytes of its body the connection of a packet is cut; empty if it is not. */
    public OptionalLong cutAfter(PacketInSession head, long length) {
        return upload(head.packet().path(), head)
                .map(upload -> upload.cutAfter(head, length))
                .orElse(OptionalLong.empty());
    }

    /** What the server keeps of a packet that was cut off, as a packet of its own; empty for nothing. */
    public Optional<ReceivedPacket> kept(PacketInSession part) {
        return upload(part.packet().path(), part).flatMap(upload -> upload.kept(part));
    }

    /** Whether the stimulus of a path has happened to the client of the latest upload to it. */
    public boolean hasHappened(String path) {
        return Optional.ofNullable(uploads.get(path))
                .filter(Confrontation::hasHappened)
                .isPresent();
    }

    /** The upload to a path; another one if the last was closed or cancelled and the packet creates a session. */
    private Optional<Confrontation> upload(String path, PacketInSession exchange) {
        Optional<Script> script = Confronting.named(path)
                .flatMap(Stimuli::named)
                .or(confronting::elsewhere)
                .map(Stimulus::script);
        return script.map(found -> uploads.compute(
                path,
                (any, last) -> last == null || (last.hasEnded() && exchange.is(PacketType.CREATE_SESSION))
                        ? new Confrontation(found, parts)
                        : last));
    }

    private static ServerAnswer unknown(String id) {
        return ServerAnswer.empty(StatusCode.NOT_FOUND)
                .with("Content-Type", "text/plain")
                .with(Bytes.of("no stimulus is called \"" + id + "\"\n"));
    }
}
