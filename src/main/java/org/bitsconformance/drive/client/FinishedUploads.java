package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;

/**
 * Where a case may have left a file: the server accepted the last byte of an upload, its session was closed, or
 * something was seen at its destination. Includes only places named by this run: the suite may delete nothing else.
 */
final class FinishedUploads {

    private final String ownNames;
    private final Set<URI> places = new LinkedHashSet<>();

    /** {@code ownNames} is the text that all names of this run, and hardly any others, contain. */
    FinishedUploads(String ownNames) {
        this.ownNames = ownNames;
    }

    /** Notes that a packet was answered. */
    void answered(Packet packet, Answer answer) {
        boolean finishes = switch (packet.type()) {
            case FRAGMENT -> reachesEnd(packet);
            case CLOSE_SESSION -> true;
            default -> false;
        };
        if (finishes && answer.success()) {
            seen(packet.url());
        }
    }

    /** Notes that there is something at the destination of an upload. */
    void seen(URI url) {
        if (url.toString().contains(ownNames)) {
            places.add(url);
        }
    }

    /** The URLs, in the order in which they were noted. */
    List<URI> all() {
        return List.copyOf(places);
    }

    private static boolean reachesEnd(Packet packet) {
        return packet.headers().stream()
                .filter(header -> header.named(BitsHeaders.CONTENT_RANGE))
                .flatMap(header -> ContentRange.parse(header.value()).stream())
                .anyMatch(ContentRange::reachesEnd);
    }
}
