package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;

/**
 * That a client which reports success has uploaded its file (MC-BUP 3.1.5.1.5, 3.1.5.1.7). It shows in the exit code of a
 * program that was started for the upload, and in what lay at the destination when it had ended.
 */
final class SuccessRules {

    private static final int TOO_LARGE = 413;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final String PATH = "path";

    private SuccessRules() {}

    static List<CaseRule> all() {
        return List.of(new TurnRule("SuccessIsTrue", "client.success", SuccessRules::success));
    }

    /** Judged at the last packet. What follows from something else that is wrong is left to the rule about that. */
    private static Judgement success(Turn turn, Context context) {
        Optional<ClientEnded> claim = turn.programEnded().filter(ClientEnded::claimsSuccess);
        if (claim.isEmpty() || !turn.later().isEmpty()) {
            return Judgement.outOfScope();
        }
        Arrived arrived = claim.get().arrived();
        if (arrived == Arrived.COMPLETE) {
            return Judgement.held();
        }
        if (hasToBePassedOn(turn) || hasRulesOfItsOwn(turn, arrived)) {
            return Judgement.outOfScope();
        }
        String seen = "The client ended with exit code 0, and "
                + switch (arrived) {
                    case NOTHING -> "nothing";
                    case PARTIAL -> "a part of the file";
                    default -> "another file";
                }
                + " had arrived";
        return uploadsElsewhere(turn)
                ? Judgement.observed(seen + " at the URL that it was given; it uploads to another URL.")
                : Judgement.broken(
                        "the file at its destination",
                        "arrived: " + arrived.name().toLowerCase(Locale.ROOT),
                        seen + ".");
    }

    /** Whether the last answer is an error that has a rule of its own about what follows, or is missing. */
    private static boolean hasToBePassedOn(Turn turn) {
        boolean smaller = turn.answeredWith(TOO_LARGE) && !turn.says(Hresult.BG_E_TOO_LARGE);
        boolean restarts = turn.is(PacketType.CLOSE_SESSION) && turn.says(Hresult.BG_E_SESSION_NOT_FOUND);
        boolean goesOn = smaller || restarts || turn.answeredWith(RANGE_NOT_SATISFIABLE);
        return turn.delivered().map(answer -> !answer.success() && !goesOn).orElse(true);
    }

    /**
     * Whether the session was closed too early, or not at all although all bytes were there; or the last Ack lacks what
     * a client needs to go on.
     */
    private static boolean hasRulesOfItsOwn(Turn turn, Arrived arrived) {
        List<Turn> all = turn.conversation().turns();
        boolean closed = turn.is(PacketType.CLOSE_SESSION) && turn.succeeded();
        boolean left = all.stream().noneMatch(one -> one.is(PacketType.CLOSE_SESSION))
                && all.stream().anyMatch(CourseRules::isComplete);
        return (arrived != Arrived.DIFFERENT && (closed || left)) || isUnusable(turn);
    }

    private static boolean isUnusable(Turn turn) {
        boolean opensNothing =
                turn.is(PacketType.CREATE_SESSION) && turn.opened().isEmpty();
        boolean namesNoOffset = turn.range().isPresent()
                && turn.delivered()
                        .flatMap(answer -> answer.headers().first(BitsHeaders.RECEIVED_CONTENT_RANGE))
                        .filter(value -> value.matches("\\d+"))
                        .isEmpty();
        return turn.succeeded() && (opensNothing || namesNoOffset);
    }

    /** Whether a packet went to another path than the one that the client was given. */
    private static boolean uploadsElsewhere(Turn turn) {
        String given = turn.conversation().history().start().parameters().getOrDefault(PATH, "");
        return !given.isEmpty()
                && turn.conversation().turns().stream()
                        .map(one -> one.request().resource().split("\\?", 2)[0])
                        .anyMatch(path -> !path.equals(given));
    }
}
