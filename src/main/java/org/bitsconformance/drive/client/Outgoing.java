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
 * A packet that a scenario may still change before it is sent. It begins as the documents have it; each method gives a
 * changed copy.
 */
public final class Outgoing {

    /** Seed of bodies that belong to no upload. */
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

    /** With a header field more. */
    public Outgoing with(String name, String value) {
        return changed(packet.with(name, value));
    }

    /** Without the header fields of a name. */
    public Outgoing without(String name) {
        return withHeaders(
                packet.headers().stream().filter(header -> !header.named(name)).toList());
    }

    /** With another value of a header field, which moves to the end of the header. */
    public Outgoing replacing(String name, String value) {
        return without(name).with(name, value);
    }

    /** With every header name of the protocol spelt another way, such as in upper case. */
    public Outgoing respelling(UnaryOperator<String> spelling) {
        return withHeaders(packet.headers().stream()
                .map(header -> new Header(spelling.apply(header.name()), header.value()))
                .toList());
    }

    /** With another value of {@code BITS-Packet-Type}. */
    public Outgoing typed(String packetType) {
        return replacing(BitsHeaders.PACKET_TYPE, packetType);
    }

    /** To the URL of another upload, in the session of its own. */
    public Outgoing to(Upload other) {
        return changed(packet.to(other.url()));
    }

    /** With the credentials of somebody else, or none. */
    public Outgoing as(Identity identity) {
        return changed(packet.as(identity));
    }

    /** With a body of that many bytes that belong to no upload; 0 for none. */
    public Outgoing body(int length) {
        Optional<Content> body =
                length == 0 ? Optional.empty() : Optional.of(new Content(new Payload(STRAY_SEED, length), 0, length));
        return changed(packet.with(body));
    }

    /** With other bytes than the upload has as the first so many of its body: each is another. */
    public Outgoing altering(int count) {
        return changed(packet.with(packet.content()
                .map(content -> new Content(content.payload(), content.first(), content.length(), count))));
    }

    /** The same packet, whose form as an HTTP request can be changed too. */
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
     * Sends a part of it over its own connection, and breaks off. An answer counts only where all of it was sent.
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
