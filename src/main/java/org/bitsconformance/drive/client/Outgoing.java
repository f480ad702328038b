package org.bitsconformance.drive.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Pacing;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Payload;

/**
 * A packet that a scenario may still change before it is sent. It starts out as the documents specify it; each method
 * returns a changed copy.
 */
public final class Outgoing {

    /** Seed for bodies that belong to no upload. */
    private static final long STRAY_SEED = 0x57A7;

    private final BitsClient client;
    private final Packet packet;
    private final int session;
    private final Consumer<Answer> answered;

    Outgoing(BitsClient client, Packet packet, int session, Consumer<Answer> answered) {
        this.client = client;
        this.packet = packet;
        this.session = session;
        this.answered = answered;
    }

    /** Adds a header field. */
    public Outgoing with(String name, String value) {
        return changed(packet.with(name, value));
    }

    /** Removes the header fields with this name. */
    public Outgoing without(String name) {
        return withHeaders(
                packet.headers().stream().filter(header -> !header.named(name)).toList());
    }

    /** Replaces the value of a header field, which moves to the end of the header. */
    public Outgoing replacing(String name, String value) {
        return without(name).with(name, value);
    }

    /** Spells every BITS header name another way, such as in upper case. */
    public Outgoing respelling(UnaryOperator<String> spelling) {
        return withHeaders(packet.headers().stream()
                .map(header -> new Header(spelling.apply(header.name()), header.value()))
                .toList());
    }

    /** Sets another value of {@code BITS-Packet-Type}. */
    public Outgoing typed(String packetType) {
        return replacing(BitsHeaders.PACKET_TYPE, packetType);
    }

    /** Sends it to another upload's URL, but in its own session. */
    public Outgoing to(Upload other) {
        return changed(packet.to(other.url()));
    }

    /** Sends it with another user's credentials, or with none. */
    public Outgoing as(Identity identity) {
        return changed(packet.as(identity));
    }

    /** Sets a body of that many bytes that belong to no upload; 0 for none. */
    public Outgoing body(int length) {
        Optional<Content> body =
                length == 0 ? Optional.empty() : Optional.of(new Content(new Payload(STRAY_SEED, length), 0, length));
        return changed(packet.with(body));
    }

    /** Changes the first {@code count} bytes of its body; every one of them differs from the upload's. */
    public Outgoing altering(int count) {
        return changed(packet.with(packet.content().map(content -> content.altering(count))));
    }

    /** The same packet as a request whose HTTP form can be changed too. */
    public RawPacket raw() {
        RawRequest request = RawRequest.of(packet, client.link(), client.userAgent());
        return new RawPacket(client, packet, session, answered, request);
    }

    /**
     * Sends it.
     *
     * @return the answer, whatever it says
     * @throws DrivingStopped when there is none
     */
    public Answer send() {
        Answer answer = client.traffic().send(packet, session);
        answered.accept(answer);
        return answer;
    }

    /**
     * Sends it in pieces, over its own connection.
     *
     * @return the answer, whatever it says
     * @throws DrivingStopped when there is none
     */
    public Answer send(Pacing pacing) {
        Answer answer = client.traffic().send(packet, session, pacing);
        answered.accept(answer);
        return answer;
    }

    /**
     * Sends a part of it over its own connection, and breaks off. An answer counts only if the whole packet was sent.
     *
     * @throws DrivingStopped when no connection can be established
     */
    public void breakOff(CutOff cutOff) {
        client.traffic().breakOff(packet, session, cutOff).ifPresent(answered);
    }

    private Outgoing withHeaders(List<Header> headers) {
        return changed(packet.with(headers));
    }

    private Outgoing changed(Packet other) {
        return new Outgoing(client, other, session, answered);
    }
}
