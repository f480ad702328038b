package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded;

/**
 * How a client goes on when a server application refuses its upload (Win32 handling-server-application-errors): after
 * an error that passes it tries again; after another one, the job is over.
 */
final class ApplicationErrorRules {

    private static final Set<Integer> FATAL_3XX = Set.of(300, 301, 302, 303, 304, 305, 307);
    private static final Set<Integer> PASSING_4XX = Set.of(408, 409);
    private static final Set<Integer> FATAL_5XX = Set.of(501, 505);

    /** Somebody who has a client go on takes longer than this. */
    private static final long BY_ITSELF_MILLIS = 2_000;

    private ApplicationErrorRules() {}

    static List<CaseRule> all() {
        return List.of(
                passing("client.application-error.3xx", status -> isIn(3, status) && !FATAL_3XX.contains(status)),
                fatal("client.application-error.3xx-fatal", FATAL_3XX::contains),
                fatal("client.application-error.4xx", status -> isIn(4, status) && !PASSING_4XX.contains(status)),
                passing("client.application-error.4xx-passing", PASSING_4XX::contains),
                passing("client.application-error.5xx", status -> isIn(5, status) && !FATAL_5XX.contains(status)),
                fatal("client.application-error.5xx-fatal", FATAL_5XX::contains),
                passing(
                        "client.application-error.other",
                        status -> status != 200 && !isIn(3, status) && !isIn(4, status) && !isIn(5, status)));
    }

    private static CaseRule passing(String requirement, IntPredicate statuses) {
        return row(requirement, statuses, ApplicationErrorRules::triesAgain);
    }

    private static CaseRule fatal(String requirement, IntPredicate statuses) {
        return row(requirement, statuses, ApplicationErrorRules::stops);
    }

    private static CaseRule row(String requirement, IntPredicate statuses, TurnRule.Check check) {
        return new TurnRule("ApplicationErrorIsUnderstood", requirement, (turn, context) -> {
            OptionalInt status = status(turn);
            return status.isPresent() && statuses.test(status.getAsInt())
                    ? check.judge(turn, context)
                    : Judgement.outOfScope();
        });
    }

    private static boolean isIn(int hundred, int status) {
        return status / 100 == hundred;
    }

    /** The status of an error of a server application; empty for any other answer. */
    private static OptionalInt status(Turn turn) {
        return turn.is(PacketType.FRAGMENT) && isOfApplication(turn)
                ? OptionalInt.of(turn.delivered().orElseThrow().status())
                : OptionalInt.empty();
    }

    /** Whether an answer says that the server application refuses. */
    static boolean isOfApplication(Turn turn) {
        return turn.delivered()
                .filter(answer -> answer.status() != 200 && StatusChecks.namesApplication(answer))
                .isPresent();
    }

    /** MC-BUP has the client pass the error on to the layer above, which may try again: giving up with an error passes. */
    private static Judgement triesAgain(Turn turn, Context context) {
        if (turn.later().stream().anyMatch(ApplicationErrorRules::tries)) {
            return Judgement.held();
        }
        Optional<ClientEnded> ended = turn.exited();
        if (ended.isEmpty()) {
            return Judgement.outOfScope();
        }
        String seen =
                "The server application's " + turn.delivered().orElseThrow().status()
                        + " passes, and the client ended with exit code "
                        + ended.get().exitCode().getAsInt()
                        + " without trying again";
        return ended.get().claimsSuccess() || context.dialect() == Dialect.WIN32
                ? Judgement.broken("another try", "no more packets", seen + ".")
                : Judgement.observed(seen + ", as MC-BUP has it pass the error on.");
    }

    private static boolean tries(Turn turn) {
        return turn.is(PacketType.FRAGMENT) || turn.is(PacketType.PING) || turn.is(PacketType.CREATE_SESSION);
    }

    /** Somebody may have the client go on: it then sends a Ping first, or waits. */
    private static Judgement stops(Turn turn, Context context) {
        Optional<Turn> next =
                turn.next().filter(one -> one.is(PacketType.FRAGMENT) || one.is(PacketType.CREATE_SESSION));
        if (next.isEmpty()) {
            return turn.later().isEmpty() ? ErrorRules.passedOn(turn) : Judgement.outOfScope();
        }
        int status = turn.delivered().orElseThrow().status();
        String seen = "The client sent " + next.get().packet() + " again after the server application's " + status
                + ", which is the end of a job";
        boolean byItself = next.get().certainlyKnows(turn) && next.get().millisAfter(turn) < BY_ITSELF_MILLIS;
        return byItself
                ? Judgement.broken("no more tries", next.get().packet(), seen + ".")
                : Judgement.observed(seen + ", by itself or because somebody resumed it.");
    }
}
