package org.bitsconformance.drive.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A request, byte for byte.
 *
 * @param text its request line and header
 * @param body what follows them, as ISO 8859-1
 * @param content the part of an upload that is the body; empty if it is none, or is encoded
 * @param expecting whether the body waits for an interim answer
 */
record RawRequest(RequestText text, String body, Optional<Content> content, boolean expecting) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** The wait for an interim answer is the time limit divided by this. */
    private static final int PART_OF_LIMIT = 10;

    static RawRequest of(Packet packet, TargetLink link, String userAgent) {
        String body = packet.content()
                .map(content -> new String(content.bytes(), StandardCharsets.ISO_8859_1))
                .orElse("");
        return new RawRequest(RequestText.rendering(packet, link.target(), userAgent), body, packet.content(), false);
    }

    RawRequest with(RequestText other) {
        return new RawRequest(other, body, content, expecting);
    }

    /** Sends the body in chunks of about the same size (RFC 2616 3.6.1), without a length. */
    RawRequest chunked(int chunks) {
        int size = Math.max(1, (body.length() + chunks - 1) / chunks);
        StringBuilder coded = new StringBuilder();
        for (int from = 0; from < body.length(); from += size) {
            String chunk = body.substring(from, Math.min(from + size, body.length()));
            coded.append(Integer.toHexString(chunk.length()).toUpperCase(Locale.ROOT))
                    .append(RequestText.END_OF_LINE)
                    .append(chunk)
                    .append(RequestText.END_OF_LINE);
        }
        coded.append('0').append(RequestText.END_OF_LINE).append(RequestText.END_OF_LINE);
        RequestText unmeasured = text.without(BitsHeaders.CONTENT_LENGTH).with("Transfer-Encoding", "chunked");
        return new RawRequest(unmeasured, coded.toString(), Optional.empty(), expecting);
    }

    /** Adds {@code Expect: 100-continue} (RFC 2616 8.2.3). */
    RawRequest expectingContinue() {
        return new RawRequest(text.with("Expect", "100-continue"), body, content, true);
    }

    /** Sends it over its own connection and waits for the answer, or for whatever happens instead. */
    Traffic over(Packet packet, TargetLink link) {
        long started = link.recorder().clock().micros();
        try (RawConnection own = new RawConnection(link.connector().open(packet.url()))) {
            return expecting
                    ? own.sendInTwo(
                            text.text(), body, patience(link.target().requests().timeout()))
                    : own.send(text.text() + body);
        } catch (ConnectException e) {
            return Traffic.notConnected(
                    WireBytes.NONE, started, link.recorder().clock().micros());
        }
    }

    private static Duration patience(Duration limit) {
        Duration part = limit.dividedBy(PART_OF_LIMIT);
        return part.compareTo(LONGEST_WAIT) < 0 ? part : LONGEST_WAIT;
    }
}
