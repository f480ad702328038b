package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.http.ContentRange;

/** When a client sends its next packet, and how large a Fragment is (Win32 bits-request-packets; MC-BUP 3.1.5.2.4). */
final class PaceRules {

    private static final int TOO_LARGE = 413;
    private static final int LOWEST_SERVER_ERROR = 500;

    /** Windows sends no smaller ones but the last, in bytes (MC-BUP note 16). */
    private static final long SMALLEST = 5 * 1024;

    /** What nobody takes for a delay, if it happens this often in a row. */
    private static final long NO_DELAY_MILLIS = 10;

    private static final int OFTEN = 10;

    private PaceRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("client.one-at-a-time", PaceRules::oneAtATime),
                row("client.fragment.smaller", PaceRules::smaller),
                row("client.retry.delayed", PaceRules::delayed));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule("PacketsArePaced", requirement, check);
    }

    /**
     * A client can know an Ack from its first byte on. One that gave up waiting closes the connection and does not know
     * that its bytes were taken; one that uses the connection again, or sends the bytes after those, has not given up.
     */
    private static Judgement oneAtATime(Turn turn, Context context) {
        Optional<Turn> before = turn.session()
                .map(session -> session.before(turn))
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(all.size() - 1))
                .filter(one -> one.exchange().ending() == Exchange.Ending.ANSWERED)
                .filter(one -> one.exchange().timing().firstByteMicros().isPresent());
        if (!turn.isOfASession() || before.isEmpty()) {
            return Judgement.outOfScope();
        }
        Exchange earlier = before.get().exchange();
        if (turn.exchange().timing().startedMicros()
                >= earlier.timing().firstByteMicros().getAsLong()) {
            return Judgement.held();
        }
        String seen = turn.packet() + " was sent before the Ack to the "
                + before.get().packet() + " before it had come";
        return follows(turn, before.get()) || isUsedAgain(turn, earlier)
                ? Judgement.broken("the Ack first", turn.packet(), seen + ".")
                : Judgement.observed(seen + "; the client may have given up waiting.");
    }

    /** Whether a Fragment has the bytes after those of another one. */
    private static boolean follows(Turn turn, Turn before) {
        Optional<Long> end = before.range().map(range -> range.last() + 1);
        return end.isPresent() && turn.range().map(ContentRange::first).equals(end);
    }

    /** Whether this packet or a later one uses the connection of an earlier exchange. */
    private static boolean isUsedAgain(Turn turn, Exchange earlier) {
        List<Turn> all = turn.conversation().turns();
        return all.subList(turn.place(), all.size()).stream()
                .map(Turn::exchange)
                .anyMatch(one -> !one.connection().isEmpty() && one.connection().equals(earlier.connection()));
    }

    /** BG_E_TOO_LARGE says that the whole file is too large, so that no smaller Fragment helps (MC-BUP 3.1.5.2.1). */
    private static Judgement smaller(Turn turn, Context context) {
        Optional<ContentRange> range = turn.range();
        if (!turn.answeredWith(TOO_LARGE)
                || range.isEmpty()
                || turn.session().isEmpty()
                || turn.says(Hresult.BG_E_SESSION_NOT_FOUND)
                || turn.says(Hresult.BG_E_TOO_LARGE)) {
            return Judgement.outOfScope();
        }
        Optional<Turn> next = turn.session().get().after(turn).stream()
                .filter(one -> one.range().isPresent())
                .findFirst();
        if (next.isEmpty()) {
            return gaveUp(turn) && range.get().length() > SMALLEST && !hasTriedLarger(turn, range.get())
                    ? Judgement.broken(
                            "smaller Fragments",
                            "no more packets",
                            "The client gave up after 413 to a Fragment of "
                                    + range.get().length() + " bytes, without trying a smaller one.")
                    : Judgement.outOfScope();
        }
        long length = next.get().range().get().length();
        if (length < range.get().length()) {
            return Judgement.held();
        }
        if (length <= SMALLEST) {
            return Judgement.outOfScope();
        }
        String seen =
                "After 413 to a Fragment of " + range.get().length() + " bytes, the next one had " + length + " bytes";
        return next.get().certainlyKnows(turn)
                ? Judgement.broken("fewer than " + range.get().length() + " bytes", length + " bytes", seen + ".")
                        .decidedBy(BitsHeaders.CONTENT_RANGE)
                : Judgement.observed(seen + "; the client may have been started again.");
    }

    private static boolean gaveUp(Turn turn) {
        return turn.programEnded().isPresent() && turn.nextButPing().isEmpty();
    }

    /** Whether a larger Fragment of the session was answered 413 before, so that this one is a smaller one. */
    private static boolean hasTriedLarger(Turn turn, ContentRange range) {
        return turn.session().orElseThrow().before(turn).stream()
                .filter(one -> one.answeredWith(TOO_LARGE))
                .anyMatch(one -> one.range()
                        .filter(larger -> larger.length() > range.length())
                        .isPresent());
    }

    /** No document says how long; ten tries in a row without any pause are no delay. */
    private static Judgement delayed(Turn turn, Context context) {
        Optional<Turn> again = sentAgain(turn);
        if (again.isEmpty()) {
            return Judgement.outOfScope();
        }
        Optional<Turn> one = again;
        int tries = 0;
        Turn last = turn;
        while (one.isPresent() && one.get().millisAfter(last) < NO_DELAY_MILLIS) {
            tries++;
            last = one.get();
            one = sentAgain(last);
        }
        return tries >= OFTEN
                ? Judgement.broken(
                        "a pause before another try",
                        tries + " tries without a pause",
                        "After " + turn.delivered().orElseThrow().status() + ", the client sent " + turn.packet()
                                + " again " + tries + " times in a row without a pause.")
                : Judgement.observed(turn.packet() + " was sent again "
                        + again.get().millisAfter(turn) + " ms after "
                        + turn.delivered().orElseThrow().status() + ".");
    }

    private static Optional<Turn> sentAgain(Turn turn) {
        boolean failed = turn.delivered()
                .filter(answer -> answer.status() >= LOWEST_SERVER_ERROR)
                .isPresent();
        return turn.next().filter(next -> failed && turn.isRepeatedBy(next));
    }
}
