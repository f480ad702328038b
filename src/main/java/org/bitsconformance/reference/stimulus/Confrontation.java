package org.bitsconformance.reference.stimulus;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.PacketInSession;
import org.bitsconformance.reference.stimulus.Script.Step;

/** One upload whose client is confronted with a stimulus, from its first packet to the end of its session. Thread-safe. */
final class Confrontation {

    private final Script script;
    private final ConfrontingParts parts;
    private final IdentityHashMap<Step, Integer> happened = new IdentityHashMap<>();
    private Optional<FragmentRange> firstRange = Optional.empty();
    private boolean ended;

    Confrontation(Script script, ConfrontingParts parts) {
        this.script = script;
        this.parts = parts;
    }

    /** Whether anything of the stimulus has happened. */
    synchronized boolean hasHappened() {
        return !happened.isEmpty();
    }

    /** Whether its session was closed or cancelled, so that a Create-Session begins another upload. */
    synchronized boolean hasEnded() {
        return ended;
    }

    /** After how many bytes of its body a packet is cut off; empty if it is not. */
    synchronized OptionalLong cutAfter(PacketInSession head, long length) {
        boolean cut = next(situation(head))
                .filter(step -> step.move().cut() != Move.Cut.NOT)
                .isPresent();
        return cut ? OptionalLong.of(Math.max(0, length) / 2) : OptionalLong.empty();
    }

    /** What the server keeps of a packet that was cut off, as a packet of its own; empty for nothing. */
    Optional<ReceivedPacket> kept(PacketInSession part) {
        Situation situation = situation(part);
        return take(situation)
                .filter(move -> move.cut() == Move.Cut.KEEPING_HALF)
                .map(move -> Moves.half(part.packet(), situation.range()));
    }

    /** The answer to a packet, which {@code server} handles if the stimulus does not prevent it. */
    ServerAnswer answer(PacketInSession exchange, Function<ReceivedPacket, ServerAnswer> server) {
        Situation situation = situation(exchange);
        Move move = take(situation).orElse(Moves.NONE);
        ServerAnswer answer =
                move.instead(situation).orElseGet(() -> move.after(situation, server.apply(move.before(situation))));
        note(exchange, answer);
        return underBothNames(answer);
    }

    private synchronized Situation situation(PacketInSession exchange) {
        return new Situation(exchange, firstRange.or(exchange::range), parts);
    }

    /** What happens to a packet; from now on it counts as having happened. */
    private synchronized Optional<Move> take(Situation situation) {
        Optional<Step> step = next(situation);
        step.ifPresent(taken -> happened.merge(taken, 1, Integer::sum));
        firstRange = situation.firstRange();
        return step.map(Step::move);
    }

    private Optional<Step> next(Situation situation) {
        return script.steps().stream()
                .filter(step -> happened.getOrDefault(step, 0) < step.times())
                .filter(step -> step.moment().isNow(situation))
                .findFirst();
    }

    private synchronized void note(PacketInSession exchange, ServerAnswer answer) {
        boolean ends = exchange.is(PacketType.CLOSE_SESSION) || exchange.is(PacketType.CANCEL_SESSION);
        boolean arrives = answer.delivery() != Delivery.EMPTY;
        ended |= ends && arrives && answer.status() == StatusCode.OK;
    }

    /** The documents name the header of an error code differently, and a client may know one of the names. */
    private static ServerAnswer underBothNames(ServerAnswer answer) {
        return answer.headers()
                .first(BitsHeaders.ERROR)
                .map(code -> answer.with(BitsHeaders.ERROR_CODE, code))
                .orElse(answer);
    }
}
