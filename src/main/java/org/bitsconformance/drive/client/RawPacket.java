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
 * A packet whose HTTP form a scenario may change in ways that no client library allows. It starts out like every other
 * packet; each method returns a changed copy. It goes over its own connection.
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

    /** Uses the whole URL as request target, as requests to proxies do (RFC 2616 5.1.2). */
    public RawPacket absoluteTarget() {
        return changed(text -> text.withTarget(packet.url().toString()));
    }

    /** Uses a request target that does not begin with a slash, which HTTP does not allow. */
    public RawPacket relativeTarget() {
        return changed(text -> text.withTarget(text.target().substring(1)));
    }

    /** Sets another HTTP version, such as {@code HTTP/1.0}. */
    public RawPacket version(String version) {
        return changed(text -> text.withVersion(version));
    }

    /**
     * Sets another HTTP method.
     *
     * @throws DrivingStopped when the target accepts packets as POST with the method in a header
     */
    public RawPacket method(String method) {
        if (client.link().target().requests().methodOverride()) {
            throw client.notApplicable("packets are sent to the target as POST, but this case needs their own method");
        }
        return changed(text -> text.withMethod(method));
    }

    /** Removes the header fields with this name. */
    public RawPacket without(String name) {
        return changed(text -> text.without(name));
    }

    /** Adds a header field at the end. */
    public RawPacket with(String name, String value) {
        return changed(text -> text.with(name, value));
    }

    /** Repeats a header field with the same value. */
    public RawPacket repeating(String name) {
        return changed(text -> text.with(name, text.value(name)));
    }

    /** Replaces the value of a header field, which keeps its place. */
    public RawPacket replacing(String name, String value) {
        return changed(text -> text.changing(name, line -> name + ":" + (value.isEmpty() ? "" : " " + value)));
    }

    /** Folds a header field at its last space, so that it continues on the next line (RFC 2616 2.2). */
    public RawPacket folding(String name) {
        return changed(text -> text.changing(name, line -> {
            int blank = line.lastIndexOf(' ');
            return line.substring(0, blank) + RequestText.END_OF_LINE + line.substring(blank);
        }));
    }

    /** Puts these texts before and after the value of each BITS header field, instead of the usual space. */
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

    /** Sends the body in that many chunks, without a length. */
    public RawPacket chunked(int chunks) {
        return with(request.chunked(chunks));
    }

    /**
     * Adds {@code Expect: 100-continue}. The body follows the interim answer, or goes out after a short wait without
     * one. If the final answer comes first, the body is not sent.
     */
    public RawPacket expectingContinue() {
        return with(request.expectingContinue());
    }

    /**
     * Sends it.
     *
     * @return the answer, whatever it says; empty if there was none although the target answers a Ping. Only an Ack
     *     says something about the session: any other answer may come from a front end
     * @throws DrivingStopped when the target no longer answers at all
     */
    public Optional<Answer> send() {
        Optional<Answer> answer = client.traffic().send(request, packet, session);
        answer.filter(RawPacket::isAck).ifPresent(answered);
        return answer;
    }

    /** Whether the answer's packet type is Ack. */
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
