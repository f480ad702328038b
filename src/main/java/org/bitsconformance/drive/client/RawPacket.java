package org.bitsconformance.drive.client;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;

/**
 * A packet whose form as an HTTP request a scenario may change, below what a client library lets through. It begins as
 * every other packet is sent; each method gives a changed copy. It goes over its own connection.
 */
public final class RawPacket {

    private final BitsClient client;
    private final Packet packet;
    private final int session;
    private final Consumer<Answer> answered;
    private final RawRequest request;

    RawPacket(BitsClient client, Packet packet, int session, Consumer<Answer> answered, RawRequest request) {
        this.client = client;
        this.packet = packet;
        this.session = session;
        this.answered = answered;
        this.request = request;
    }

    /** With the whole URL as its target, as proxies are asked (RFC 2616 5.1.2). */
    public RawPacket absoluteTarget() {
        return changed(text -> text.withTarget(packet.url().toString()));
    }

    /** With a target that does not begin with a slash, which HTTP does not allow. */
    public RawPacket relativeTarget() {
        return changed(text -> text.withTarget(text.target().substring(1)));
    }

    /** With another HTTP version, such as {@code HTTP/1.0}. */
    public RawPacket version(String version) {
        return changed(text -> text.withVersion(version));
    }

    /**
     * With another HTTP method.
     *
     * @throws DrivingStopped when the target takes packets as POST with the method in a header
     */
    public RawPacket method(String method) {
        if (client.link().target().requests().methodOverride()) {
            throw client.notApplicable("packets are sent to the target as POST, but this case needs their own method");
        }
        return changed(text -> text.withMethod(method));
    }

    /** Without the header fields of a name. */
    public RawPacket without(String name) {
        return changed(text -> text.without(name));
    }

    /** With one more header field, at the end. */
    public RawPacket with(String name, String value) {
        return changed(text -> text.with(name, value));
    }

    /** With a header field a second time, with the same value. */
    public RawPacket repeating(String name) {
        return changed(text -> text.with(name, text.value(name)));
    }

    /** With another value of a header field, which stays in its place. */
    public RawPacket replacing(String name, String value) {
        return changed(text -> text.changing(name, line -> name + ":" + (value.isEmpty() ? "" : " " + value)));
    }

    /** With a header field folded at its last blank: it goes on in the next line (RFC 2616 2.2). */
    public RawPacket folding(String name) {
        return changed(text -> text.changing(name, line -> {
            int blank = line.lastIndexOf(' ');
            return line.substring(0, blank) + RequestText.END_OF_LINE + line.substring(blank);
        }));
    }

    /** With this before and after the value of each header field of the protocol, instead of the usual blank. */
    public RawPacket surrounding(String before, String after) {
        return changed(text -> {
            RequestText spaced = text;
            for (Header header : packet.headers()) {
                String name = header.name();
                spaced = spaced.changing(
                        name,
                        line -> line.substring(0, name.length() + 1)
                                + before
                                + line.substring(name.length() + 1).strip()
                                + after);
            }
            return spaced;
        });
    }

    /** With its body in so many chunks, and no length. */
    public RawPacket chunked(int chunks) {
        return with(request.chunked(chunks));
    }

    /**
     * With {@code Expect: 100-continue}. The body follows the interim answer, or goes out after a short while without
     * one; it does not where the answer comes first.
     */
    public RawPacket expectingContinue() {
        return with(request.expectingContinue());
    }

    /**
     * Sends it.
     *
     * @return the answer, whatever it says; empty if there was none though the target answers a Ping. Only an Ack says
     *     something of the session: a front end may have given any other answer
     * @throws DrivingStopped when the target no longer answers at all
     */
    public Optional<Answer> send() {
        Optional<Answer> answer = client.traffic().send(request, packet, session);
        answer.filter(RawPacket::isAck).ifPresent(answered);
        return answer;
    }

    /** Whether an answer says that it is an Ack. */
    static boolean isAck(Answer answer) {
        return answer.headers()
                .first(BitsHeaders.PACKET_TYPE)
                .filter(PacketType.ACK.headerValue()::equalsIgnoreCase)
                .isPresent();
    }

    private RawPacket changed(UnaryOperator<RequestText> change) {
        return with(request.with(change.apply(request.text())));
    }

    private RawPacket with(RawRequest other) {
        return new RawPacket(client, packet, session, answered, other);
    }
}
