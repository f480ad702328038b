package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.http.ContentRange;

/**
 * In which order a client sends the bytes of a file, and how it ends an upload (MC-BUP 2.2.6, 2.2.8, 2.2.10, 3.1.5.1).
 * Where an answer may not have reached the client, it may go on anywhere.
 */
final class CourseRules {

    private static final int OK = 200;
    private static final String LEFT_OUT = "; the capture may have left out packets.";

    private static final String OUT_OF_SIGHT = "; packets to the host that the server named may have gone another way.";

    private CourseRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("packet.fragment.order", CourseRules::order),
                row("client.fragment.next", CourseRules::next),
                row("client.start-over", CourseRules::startOver),
                row("client.course", CourseRules::course),
                row("packet.close-session", CourseRules::closed),
                row("packet.cancel-session", CourseRules::cancelled));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule("UploadTakesItsCourse", requirement, check);
    }

    private static Judgement order(Turn turn, Context context) {
        Optional<KnownOffsets> known = KnownOffsets.before(turn);
        Optional<ContentRange> range = turn.range();
        if (known.isEmpty()
                || range.isEmpty()
                || known.get().value().isEmpty()
                || known.get().elsewhere()
                || isAfterAnotherSession(turn)
                || turn.session().orElseThrow().endedBefore(turn)) {
            return Judgement.outOfScope();
        }
        long first = range.get().first();
        if (first == 1 && known.get().sent() == 0) {
            return Judgement.outOfScope();
        }
        return begins(turn, known.get(), first, "the next byte");
    }

    /** What 200 or 416 named is where the client goes on, unless the bytes before it were never sent. */
    private static Judgement next(Turn turn, Context context) {
        Optional<KnownOffsets> known = KnownOffsets.before(turn);
        Optional<ContentRange> range = turn.range();
        if (known.isEmpty()
                || range.isEmpty()
                || known.get().value().isEmpty()
                || !known.get().elsewhere()) {
            return Judgement.outOfScope();
        }
        long first = range.get().first();
        long named = known.get().value().getAsLong();
        if (named > known.get().sent() && first != named) {
            return Judgement.observed("The Ack named the offset " + named
                    + ", which is beyond what was sent, and Fragment (" + range.get() + ") begins at " + first + ".");
        }
        return begins(turn, known.get(), first, "the offset that the Ack named");
    }

    /**
     * A Fragment that begins behind the right offset may come from a program that was started again and has forgotten
     * the last Acks.
     */
    private static Judgement begins(Turn turn, KnownOffsets known, long first, String what) {
        long expected = known.value().orElseThrow();
        if (first == expected) {
            return Judgement.held();
        }
        String seen = "Fragment (" + turn.range().orElseThrow() + ") begins at " + first + " where " + expected + ", "
                + what + ", is expected";
        boolean mayHaveForgotten =
                first < expected && known.told().filter(turn::certainlyKnows).isEmpty();
        if (!turn.isWithAllBefore()) {
            return Judgement.observed(seen + LEFT_OUT);
        }
        if (mayHaveBeenElsewhere(turn, known)) {
            return Judgement.observed(seen + OUT_OF_SIGHT);
        }
        return mayHaveForgotten
                ? Judgement.observed(seen + "; the client may have been started again.")
                : Judgement.broken("first byte " + expected, "first byte " + first, seen + ".")
                        .decidedBy(BitsHeaders.CONTENT_RANGE);
    }

    /** Whether packets between the last Ack and this packet may have gone to a named host that nobody observes. */
    private static boolean mayHaveBeenElsewhere(Turn turn, KnownOffsets known) {
        return turn.session().flatMap(ClientSession::namedHost).isPresent()
                && known.told().filter(turn::certainlyKnows).isEmpty();
    }

    /** In a session after another one, no bytes are there yet. */
    private static Judgement startOver(Turn turn, Context context) {
        Optional<KnownOffsets> known = KnownOffsets.before(turn);
        Optional<ContentRange> range = turn.range();
        if (range.isEmpty()
                || known.filter(one -> one.sent() == 0 && one.value().isPresent())
                        .isEmpty()
                || !isAfterAnotherSession(turn)) {
            return Judgement.outOfScope();
        }
        if (range.get().first() == 0) {
            return Judgement.held();
        }
        String seen = "The first Fragment (" + range.get() + ") of a new session begins at "
                + range.get().first() + " where 0 is expected";
        return turn.isWithAllBefore()
                ? Judgement.broken("first byte 0", "first byte " + range.get().first(), seen + ".")
                        .decidedBy(BitsHeaders.CONTENT_RANGE)
                : Judgement.observed(seen + LEFT_OUT);
    }

    /** Whether it is the first Fragment of its session, and the client had uploaded in another session before. */
    private static boolean isAfterAnotherSession(Turn turn) {
        return KnownOffsets.beforeAnyFragment(turn)
                && turn.earlier().stream()
                        .filter(one -> one.is(PacketType.FRAGMENT))
                        .anyMatch(one -> one.range()
                                .map(ContentRange::total)
                                .equals(turn.range().map(ContentRange::total)));
    }

    /** A client closes once an Ack has said that nothing is missing. */
    private static Judgement course(Turn turn, Context context) {
        OptionalLong total = KnownOffsets.total(turn);
        Optional<KnownOffsets> known = KnownOffsets.before(turn);
        if (!turn.is(PacketType.CLOSE_SESSION)
                || total.isEmpty()
                || known.isEmpty()
                || known.get().value().isEmpty()
                || turn.session().orElseThrow().endedBefore(turn)) {
            return Judgement.outOfScope();
        }
        long offset = known.get().value().getAsLong();
        if (offset == total.getAsLong()) {
            return Judgement.held();
        }
        String seen = "Close-Session was sent when the server expected byte " + offset + " of " + total.getAsLong();
        if (!turn.isWithAllBefore()) {
            return Judgement.observed(seen + LEFT_OUT);
        }
        if (mayHaveBeenElsewhere(turn, known.get())) {
            return Judgement.observed(seen + OUT_OF_SIGHT);
        }
        return known.get().sent() == total.getAsLong() && known.get().told().isEmpty()
                ? Judgement.observed(seen + "; no Ack had come for the Fragments.")
                : Judgement.broken("all " + total.getAsLong() + " bytes", offset + " bytes", seen + ".");
    }

    /** Judged if the Ack said that nothing is missing: whether the client closes shows only in what follows. */
    private static Judgement closed(Turn turn, Context context) {
        if (!isComplete(turn)) {
            return Judgement.outOfScope();
        }
        List<Turn> later = turn.session().orElseThrow().after(turn);
        if (later.stream().anyMatch(one -> one.is(PacketType.CLOSE_SESSION))) {
            return Judgement.held();
        }
        if (later.stream().anyMatch(one -> one.is(PacketType.CANCEL_SESSION))) {
            return Judgement.observed("The session was cancelled after its last byte had been taken.");
        }
        return turn.claimsSuccess() && turn.later().stream().noneMatch(one -> one.is(PacketType.CREATE_SESSION))
                ? Judgement.broken(
                        "Close-Session",
                        "no Close-Session",
                        "The client ended without Close-Session after the server had taken all bytes.")
                : Judgement.outOfScope();
    }

    /** Whether its Ack says that the server has all bytes of the file. */
    static boolean isComplete(Turn turn) {
        return turn.session().isPresent()
                && turn.succeeded()
                && turn.range()
                        .filter(range -> KnownOffsets.named(turn.delivered().orElseThrow(), range.total())
                                .equals(OptionalLong.of(range.total())))
                        .isPresent();
    }

    /** After the Ack to Cancel-Session, the session is over for the client too. */
    private static Judgement cancelled(Turn turn, Context context) {
        if (!turn.is(PacketType.CANCEL_SESSION)
                || !turn.answeredWith(OK)
                || turn.session().isEmpty()) {
            return Judgement.outOfScope();
        }
        Optional<Turn> goesOn = turn.session().get().after(turn).stream()
                .filter(Turn::isOfASession)
                .filter(one -> one.certainlyKnows(turn))
                .findFirst();
        return goesOn.<Judgement>map(one -> Judgement.broken(
                        "no packet of the session",
                        one.packet(),
                        "The client sent " + one.packet()
                                + " in a session after Cancel-Session had been answered 200."))
                .orElseGet(() -> arrived(turn));
    }

    private static Judgement arrived(Turn turn) {
        boolean there = turn.programEnded()
                .filter(ended -> ended.arrived() == Arrived.COMPLETE)
                .isPresent();
        return there ? Judgement.observed("The file arrived although its upload was cancelled.") : Judgement.held();
    }
}
