package org.bitsconformance.drive.transport;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Payload;

/**
 * A packet to send.
 *
 * @param type the packet type that it is sent as
 * @param url where it goes
 * @param headers header fields of BITS, in order; those of HTTP are added on sending
 * @param content the part of an upload that is its body; empty for a packet without one
 * @param identity whose credentials it carries
 */
public record Packet(PacketType type, URI url, List<Header> headers, Optional<Content> content, Identity identity) {

    /**
     * A part of an upload.
     *
     * @param payload the whole upload
     * @param first offset of the first byte
     * @param length in bytes
     * @param altered how many bytes, from the first, are sent with other values than the upload has
     */
    public record Content(Payload payload, long first, int length, int altered) {

        /** A part with the bytes that the upload has. */
        public Content(Payload payload, long first, int length) {
            this(payload, first, length, 0);
        }

        public byte[] bytes() {
            byte[] bytes = payload.range(first, length);
            for (int i = 0; i < Math.min(altered, length); i++) {
                bytes[i] = (byte) ~bytes[i];
            }
            return bytes;
        }
    }

    public static Packet of(PacketType type, URI url) {
        return new Packet(
                type,
                url,
                List.of(new Header(BitsHeaders.PACKET_TYPE, type.headerValue())),
                Optional.empty(),
                Identity.USER);
    }

    public Packet with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return with(more);
    }

    public Packet with(List<Header> others) {
        return new Packet(type, url, List.copyOf(others), content, identity);
    }

    public Packet to(URI other) {
        return new Packet(type, other, headers, content, identity);
    }

    public Packet with(Optional<Content> body) {
        return new Packet(type, url, headers, body, identity);
    }

    public Packet as(Identity other) {
        return new Packet(type, url, headers, content, other);
    }

    public Packet with(Content body) {
        return with(Optional.of(body));
    }
}
