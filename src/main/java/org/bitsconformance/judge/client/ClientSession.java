package org.bitsconformance.judge.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.NamedHost;

/** An upload session that the server gave to a client, with the packets that the client sent in it. */
final class ClientSession {

    private final String id;
    private final Turn created;
    private final List<Turn> turns = new ArrayList<>();

    ClientSession(String id, Turn created) {
        this.id = id;
        this.created = created;
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    /** As in the Ack. */
    String id() {
        return id;
    }

    /** The Create-Session. */
    Turn created() {
        return created;
    }

    /** The packets that carry its id, in order. */
    List<Turn> turns() {
        return turns;
    }

    /** The packets of it that came before another one, in order. */
    List<Turn> before(Turn turn) {
        return turns.stream().filter(one -> one.place() < turn.place()).toList();
    }

    /** The packets of it that came after another one, in order. */
    List<Turn> after(Turn turn) {
        return turns.stream().filter(one -> one.place() > turn.place()).toList();
    }

    /** Whether an id names it; other braces or another letter case make no difference here. */
    boolean isNamed(String other) {
        return bare(id).equals(bare(other));
    }

    /** Whether the server had told the client before this packet that the session has ended or is not known. */
    boolean endedBefore(Turn turn) {
        return before(turn).stream()
                .anyMatch(one -> one.says(Hresult.BG_E_SESSION_NOT_FOUND)
                        || ((one.is(PacketType.CLOSE_SESSION) || one.is(PacketType.CANCEL_SESSION))
                                && one.answeredWith(200)));
    }

    /** The value of {@code BITS-Host-Id} in its Ack. */
    Optional<String> namedHost() {
        return created.delivered().flatMap(NamedHost::in);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s{}]", "").toLowerCase(Locale.ROOT);
    }
}
