package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange;

/**
 * How a client goes on after a session got lost or a connection broke, and where it sends a Ping (MC-BUP 2.2.4,
 * 3.1.5.1.7, 3.1.5.2.1; Win32 ping, preventing-multiple-uploads).
 */
final class RestartRules {

    private static final long LONG_PAUSE_MILLIS = 60_000;

    private RestartRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("client.session-not-found.restart", RestartRules::restarts),
                row("client.resume", RestartRules::resumes),
                row("client.resume.ping", RestartRules::pingsFirst),
                row("client.ping.first", RestartRules::beginsWithPing));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule("ClientGoesOn", requirement, check);
    }

    /** For Close-Session, the Win32 page says that it is not sent again, and the upload may have been whole. */
    private static Judgement restarts(Turn turn, Context context) {
        if (!turn.says(Hresult.BG_E_SESSION_NOT_FOUND) || !turn.isOfASession() || turn.is(PacketType.CANCEL_SESSION)) {
            return Judgement.outOfScope();
        }
        Optional<Turn> next = turn.nextButPing();
        String what = "After " + turn.packet() + " was answered " + Hresult.BG_E_SESSION_NOT_FOUND + ", the client ";
        if (next.isEmpty()) {
            if (turn.exited().isEmpty()) {
                return Judgement.outOfScope();
            }
            return turn.is(PacketType.CLOSE_SESSION) || hasRestartedBefore(turn)
                    ? Judgement.observed(what + "sent nothing more.")
                    : Judgement.broken("Create-Session", "no more packets", what + "sent nothing more.");
        }
        if (next.get().is(PacketType.CREATE_SESSION)) {
            return Judgement.held();
        }
        if (next.get().is(PacketType.CANCEL_SESSION)) {
            return Judgement.observed(what + "sent Cancel-Session.");
        }
        boolean certain = next.get().certainlyKnows(turn)
                && next.get().request().sessionId().equals(turn.request().sessionId())
                && next.get().isOfASession();
        return certain
                ? Judgement.broken(
                        "Create-Session",
                        next.get().packet(),
                        what + "sent " + next.get().packet() + " in the same session.")
                : Judgement.observed(what + "sent " + next.get().packet() + ".");
    }

    /** Whether the client has begun again before, for the same reason: nobody has to do so for ever. */
    private static boolean hasRestartedBefore(Turn turn) {
        return turn.earlier().stream()
                .anyMatch(one -> one.says(Hresult.BG_E_SESSION_NOT_FOUND)
                        && one.nextButPing()
                                .filter(next -> next.is(PacketType.CREATE_SESSION))
                                .isPresent());
    }

    /** Judged only if one run of the program sent all packets: one that was started again may have lost the id. */
    private static Judgement resumes(Turn turn, Context context) {
        boolean broke = turn.exchange().ending() != Exchange.Ending.ANSWERED
                && !isTooLong(turn)
                && (turn.is(PacketType.FRAGMENT) || turn.is(PacketType.CLOSE_SESSION));
        if (!broke || turn.session().isEmpty() || turn.next().isEmpty()) {
            return Judgement.outOfScope();
        }
        Optional<Turn> next = turn.nextButPing();
        boolean refused = turn.next().filter(one -> !one.succeeded()).isPresent();
        if (next.isEmpty() || (refused && next.get().place() > turn.place() + 1)) {
            return Judgement.outOfScope();
        }
        if (next.get().session().equals(turn.session())) {
            return Judgement.held();
        }
        String seen =
                "After " + turn.packet() + " got no answer, the client began again with Create-Session instead of going"
                        + " on with its session";
        // A client that goes back to its first host may find that its session is not known there (MC-BUP 3.1.6.3).
        if (!next.get().is(PacketType.CREATE_SESSION)
                || Hosts.isAstray(next.get(), turn.session().get())) {
            return Judgement.outOfScope();
        }
        return turn.programEnded().isPresent()
                ? Judgement.broken("a packet of the session", "Create-Session", seen + ".")
                : Judgement.observed(seen + "; it may have been started again.");
    }

    /** Whether the answer is longer than the suite reads; the client may have understood it. */
    private static boolean isTooLong(Turn turn) {
        return turn.exchange().ending() == Exchange.Ending.TOO_LONG;
    }

    /** Only reported: who resumed, a person or the client by itself, does not show. */
    private static Judgement pingsFirst(Turn turn, Context context) {
        Optional<Turn> next = turn.next();
        boolean open = turn.session().isPresent() && turn.isOfASession();
        if (!open || next.isEmpty()) {
            return Judgement.outOfScope();
        }
        boolean paused = next.get().millisAfter(turn) >= LONG_PAUSE_MILLIS;
        boolean lost = turn.isLost() && !isTooLong(turn);
        if (!lost && !paused) {
            return Judgement.outOfScope();
        }
        boolean ping = next.get().is(PacketType.PING);
        return Judgement.observed("After "
                + (lost ? turn.packet() + " without an answer" : "a pause of over a minute")
                + ", the client went on with " + (ping ? "a Ping" : next.get().packet()) + ".");
    }

    /** Only reported: a Ping is optional. */
    private static Judgement beginsWithPing(Turn turn, Context context) {
        if (!turn.is(PacketType.CREATE_SESSION)
                || turn.earlier().stream().anyMatch(one -> one.is(PacketType.CREATE_SESSION))) {
            return Judgement.outOfScope();
        }
        return turn.earlier().stream().anyMatch(one -> one.is(PacketType.PING))
                ? Judgement.held()
                : Judgement.observed("The client opened the connection with Create-Session and not with a Ping.");
    }
}
