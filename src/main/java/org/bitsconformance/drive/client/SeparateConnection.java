package org.bitsconformance.drive.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.auth.Handshake;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.Pacing;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.WireBytes;

/** Sends one packet over its own connection: in pieces, or not to its end. */
final class SeparateConnection {

    private final TargetLink link;
    private final String userAgent;

    SeparateConnection(TargetLink link, String userAgent) {
        this.link = link;
        this.userAgent = userAgent;
    }

    private interface Sending {
        Traffic over(RawConnection connection);
    }

    /** Sends a packet in pieces and waits for its answer, or for whatever happens instead. */
    Traffic send(Packet packet, Pacing pacing) {
        String head = head(packet);
        byte[] bytes = bytes(head, packet);
        List<Integer> pieces = pacing.pieces(head.length(), bytes.length - head.length());
        return open(packet, connection -> connection.send(method(), bytes, pieces, pacing.pause()));
    }

    /** Sends a part of a packet and breaks off. */
    Traffic breakOff(Packet packet, CutOff cutOff) {
        String head = head(packet);
        long length = cutOff.length(
                head, packet, packet.content().map(Content::length).orElse(0L));
        Optional<Content> streamed =
                packet.content().filter(content -> content.isLong() && cutOff.place() == CutOff.Place.BODY);
        if (streamed.isPresent()) {
            long ofBody = length - head.length();
            return open(packet, connection -> connection.breakOff(head, streamed.get(), ofBody, cutOff.how()));
        }
        byte[] bytes = bytes(head, packet);
        return open(packet, connection -> connection.breakOff(bytes, Math.toIntExact(length), cutOff.how()));
    }

    private String head(Packet packet) {
        RequestText text = RequestText.rendering(packet, link.target(), userAgent);
        Handshake handshake = link.authentication().handshake(packet.identity(), text.method(), text.target());
        return text.authorized(handshake.first()).text();
    }

    private Traffic open(Packet packet, Sending sending) {
        long started = link.recorder().micros();
        try (RawConnection connection = new RawConnection(link.connector().open(packet.url()))) {
            return sending.over(connection);
        } catch (ConnectException e) {
            return Traffic.notConnected(WireBytes.NONE, started, link.recorder().micros());
        }
    }

    private String method() {
        return link.target().requests().methodOverride() ? "POST" : BitsHeaders.VERB;
    }

    private static byte[] bytes(String head, Packet packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        packet.content().map(Content::bytes).ifPresent(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
