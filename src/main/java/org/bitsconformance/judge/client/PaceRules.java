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

    /** A packet that comes this soon after another one is not sent because the wait for its Ack was too long. */
    private static final long NO_TIMEOUT_MICROS = 500_000;

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
     * A client can know an Ack from its first byte on. A client that gave up waiting closes the connection; one that
     * uses it again has not given up.
     */
    private static Judgement oneAtATime(Turn turn, Context context) {
        Optional<Turn> before = turn.session().stream()
                .flatMap(session -> session.before(turn).stream())
                .reduce((earlier, later) -> later)
                .filter(one -> !one.isLost())
                .filter(one -> one.exchange().timing().firstByteMicros().isPresent());
        if (!turn.isOfASession() || before.isEmpty()) {
            return Judgement.outOfScope();
        }
        Exchange earlier = before.get().exchange();
        long started = turn.exchange().timing().startedMicros();
        if (started >= earlier.timing().firstByteMicros().getAsLong()) {
            return Judgement.held();
        }
        boolean waits = started - earlier.timing().sentMicros() < NO_TIMEOUT_MICROS || isUsedAfter(turn, earlier);
        String seen = turn.packet() + " was sent before the Ack to the " + before.get().packet() + " before it had come";
        return waits
                ? Judgement.broken("the Ack first", turn.packet(), seen + ".")
                : Judgement.observed(seen + "; the client may have given up waiting.");
    }

    /** Whether a packet that was sent after this one used the connection of an earlier exchange. */
    private static boolean isUsedAfter(Turn turn, Exchange earlier) {
        return turn.later().stream()
                .map(Turn::exchange)
                .anyMatch(one -> !one.connection().isEmpty() && one.connection().equals(earlier.connection()));
    }

    private static Judgement smaller(Turn turn, Context context) {
        Optional<ContentRange> range = turn.range();
        if (!turn.answeredWith(TOO_LARGE)
                || range.isEmpty()
                || turn.session().isEmpty()
                || turn.says(Hresult.BG_E_SESSION_NOT_FOUND)) {
            return Judgement.outOfScope();
        }
        Optional<Turn> next = turn.session().get().after(turn).stream()
                .filter(one -> one.range().isPresent())
                .findFirst();
        if (next.isEmpty()) {
            return turn.programEnded().isPresent() && turn.nextButPing().isEmpty() && range.get().length() > 1
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
        String seen = "After 413 to a Fragment of " + range.get().length() + " bytes, the next one had " + length + " bytes";
        return next.get().isOfTheSameRunAs(turn)
                ? Judgement.broken("fewer than " + range.get().length() + " bytes", length + " bytes", seen + ".")
                        .decidedBy(BitsHeaders.CONTENT_RANGE)
                : Judgement.observed(seen + "; the client may have been started again.");
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
                        "After " + turn.delivered().orElseThrow().status() + ", the client sent "
                                + turn.packet() + " again " + tries + " times in a row without a pause.")
                : Judgement.observed(turn.packet() + " was sent again "
                        + again.get().millisAfter(turn) + " ms after "
                        + turn.delivered().orElseThrow().status() + ".");
    }

    private static Optional<Turn> sentAgain(Turn turn) {
        boolean failed = turn.delivered()
                .filter(answer -> answer.status() >= LOWEST_SERVER_ERROR)
                .isPresent();
        return turn.next()
                .filter(next -> failed
                        && next.packet().equals(turn.packet())
                        && next.request().sessionId().equals(turn.request().sessionId()));
    }
}
