package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
     * @param rolling the digest of the upload, which takes the bytes of a long part while they are sent
     */
    public record Content(Payload payload, long first, long length, int altered, Optional<RollingDigest> rolling) {

        /** A longer part is generated while it is sent; in bytes. */
        private static final int LONGEST_AT_ONCE = 1 << 20;

        private static final int PIECE = 64 << 10;

        /** A part with the bytes that the upload has. */
        public Content(Payload payload, long first, long length) {
            this(payload, first, length, 0, Optional.empty());
        }

        /** The same part with other values of its first bytes. */
        public Content altering(int count) {
            return new Content(payload, first, length, count, rolling);
        }

        /** Whether it is too long to be in memory as a whole. */
        public boolean isLong() {
            return length > LONGEST_AT_ONCE && altered == 0;
        }

        /**
         * Writes its first bytes, a piece at a time.
         *
         * @param count how many bytes
         * @param goesOn whether more can be written; asked before each piece
         */
        void writeTo(OutputStream out, long count, BooleanSupplier goesOn) throws IOException {
            for (long done = 0; done < count && goesOn.getAsBoolean(); done += PIECE) {
                long offset = first + done;
                byte[] piece = payload.range(offset, (int) Math.min(PIECE, count - done));
                rolling.ifPresent(digest -> digest.sent(offset, piece, piece.length));
                out.write(piece);
            }
        }

        /** All its bytes, at most 2 GiB. */
        public byte[] bytes() {
            byte[] bytes = payload.range(first, Math.toIntExact(length));
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
