package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;

/**
 * The sessions that a server gave to one case and that have not ended since, whatever the case did with them: neither a
 * later Create-Session nor a missing or made-up session id ends one.
 */
final class OpenSessions {

    /** How many sessions a case may hold open at once. */
    static final int MOST = 8;

    private final List<Given> open = new ArrayList<>();

    /**
     * A session as the server gave it.
     *
     * @param handle the number of the session within the case
     * @param url of the upload
     * @param id the session id, as received
     */
    record Given(int handle, URI url, String id) {

        Packet cancelling() {
            return Packet.of(PacketType.CANCEL_SESSION, url).with(BitsHeaders.SESSION_ID, id);
        }
    }

    /**
     * Notes that a packet is about to be sent.
     *
     * @throws IllegalStateException when it asks for one session too many, which is a mistake in the scenario
     */
    void sending(Packet packet) {
        if (packet.type() == PacketType.CREATE_SESSION && open.size() >= MOST) {
            throw new IllegalStateException("a case may hold at most " + MOST + " sessions open at once");
        }
    }

    /** Notes that a packet was answered. */
    void answered(Packet packet, int handle, Answer answer) {
        switch (packet.type()) {
            case CREATE_SESSION ->
                answer.headers()
                        .first(BitsHeaders.SESSION_ID)
                        .filter(id -> !id.isEmpty())
                        .ifPresent(id -> open.add(new Given(handle, packet.url(), id)));
            case CLOSE_SESSION, CANCEL_SESSION -> {
                if (answer.success()) {
                    named(packet)
                            .ifPresent(id -> open.removeIf(
                                    one -> one.id().equals(id) && one.url().equals(packet.url())));
                }
            }
            default -> {}
        }
    }

    /** Sends the packets of a session to another host from now on. */
    void moved(int handle, URI url) {
        open.replaceAll(one -> one.handle() == handle ? new Given(handle, url, one.id()) : one);
    }

    /** The open sessions, in the order in which the server gave them. */
    List<Given> all() {
        return List.copyOf(open);
    }

    private static Optional<String> named(Packet packet) {
        return packet.headers().stream()
                .filter(header -> header.named(BitsHeaders.SESSION_ID))
                .map(Header::value)
                .findFirst();
    }
}
