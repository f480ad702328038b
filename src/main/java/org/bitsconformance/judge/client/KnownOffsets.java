package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;

/**
 * Where a client should go on in its file, as far as the Acks that it got say so (MC-BUP 3.1.5.1.4).
 *
 * @param value offset of the next byte; empty if it is not known what the client knows
 * @param told the Fragment whose Ack named the offset; empty at the beginning of a session
 * @param sent one more than the highest offset that was sent in the session
 */
record KnownOffsets(OptionalLong value, Optional<Turn> told, long sent) {

    private static final int OUT_OF_SYNC = 416;

    /** What a client knew before it sent a packet of a session; empty if the packet belongs to none that is known. */
    static Optional<KnownOffsets> before(Turn turn) {
        return turn.session()
                .map(session -> session.offsets(Hosts.isAstray(turn, session)).before(turn));
    }

    /** At the beginning of a session, which the client may have left. */
    static KnownOffsets first(boolean astray) {
        return new KnownOffsets(astray ? OptionalLong.empty() : OptionalLong.of(0), Optional.empty(), 0);
    }

    KnownOffsets after(Turn turn) {
        if (!turn.is(PacketType.FRAGMENT)) {
            return this;
        }
        Optional<ContentRange> range = turn.range();
        long highest = Math.max(sent, range.map(one -> one.last() + 1).orElse(0L));
        if (turn.isLost() || range.isEmpty()) {
            return new KnownOffsets(OptionalLong.empty(), Optional.empty(), highest);
        }
        if (turn.succeeded() || turn.answeredWith(OUT_OF_SYNC)) {
            return new KnownOffsets(
                    named(turn.delivered().orElseThrow(), range.get().total()), Optional.of(turn), highest);
        }
        return new KnownOffsets(value, told, highest);
    }

    /** The offset that an Ack names; empty unless it is one number within the file. */
    static OptionalLong named(Answer answer, long total) {
        List<String> values = answer.headers().all(BitsHeaders.RECEIVED_CONTENT_RANGE);
        return values.size() == 1 && values.get(0).matches("\\d{1,18}") && Long.parseLong(values.get(0)) <= total
                ? OptionalLong.of(Long.parseLong(values.get(0)))
                : OptionalLong.empty();
    }

    /** Whether no Fragment of the packet's session was sent before it, and the beginning of the session was seen. */
    static boolean beforeAnyFragment(Turn turn) {
        return before(turn).filter(known -> known.sent() == 0).isPresent();
    }

    /** Whether the last Ack named another offset than the one after its Fragment, or refused the Fragment. */
    boolean elsewhere() {
        return told.filter(turn -> turn.answeredWith(OUT_OF_SYNC)
                        || turn.range()
                                .filter(range -> value.isPresent() && range.last() + 1 != value.getAsLong())
                                .isPresent())
                .isPresent();
    }

    /** The number of bytes in the file, as a session says it; empty if no Fragment was sent before a packet. */
    static OptionalLong total(Turn turn) {
        return turn.session().map(session -> session.totalBefore(turn)).orElse(OptionalLong.empty());
    }
}
