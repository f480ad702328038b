package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * That a client tells the layer above it why an upload failed (MC-BUP 3.1.5.2.1, 3.1.6, 3.1.7.1). It shows in the exit
 * code of a program that was started for the upload and that got nothing else after the error.
 */
final class ErrorRules {

    /** Answers with rules of their own: credentials, the size of a Fragment, its offset. */
    private static final Set<Integer> OF_OTHERS = Set.of(401, 407, 413, 416);

    private static final Set<Ending> BROKEN =
            Set.of(Ending.CLOSED, Ending.RESET, Ending.NOT_CONNECTED, Ending.NOT_HTTP);
    private static final Set<Ending> WAITED = Set.of(Ending.TIMED_OUT, Ending.CUT_OFF, Ending.SENDING_STALLED);
    private static final int FORBIDDEN = 403;
    private static final int NOT_IMPLEMENTED = 501;

    private ErrorRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("client.error.access", ErrorRules::isDenied),
                row("client.error.uploads-disabled", ErrorRules::isDisabled),
                row("client.error.too-large", turn -> isOnly(turn, Hresult.BG_E_TOO_LARGE)),
                row("client.error.invalid", turn -> isOnly(turn, Hresult.E_INVALIDARG)),
                row("client.error.other", ErrorRules::hasAnotherCode),
                row("client.error.http", ErrorRules::hasNoCode),
                row(
                        "client.timeout",
                        turn -> stoppedWaiting(turn)
                                || (turn.isLost()
                                        && WAITED.contains(turn.exchange().ending()))),
                row(
                        "client.transport-error",
                        turn -> turn.isLost()
                                && !stoppedWaiting(turn)
                                && BROKEN.contains(turn.exchange().ending())));
    }

    private static CaseRule row(String requirement, Predicate<Turn> failed) {
        return new TurnRule(
                "ErrorIsPassedOn",
                requirement,
                (turn, context) -> failed.test(turn) && isTheLast(turn) ? passedOn(turn) : Judgement.outOfScope());
    }

    /** Whether the program ended before an answer came, or the connection did. */
    private static boolean stoppedWaiting(Turn turn) {
        return turn.programEnded()
                .filter(program ->
                        program.atMicros() >= turn.exchange().timing().sentMicros()
                                && program.atMicros() < turn.exchange().timing().endedMicros())
                .isPresent();
    }

    private static boolean isDenied(Turn turn) {
        return turn.answeredWith(FORBIDDEN) && !ApplicationErrorRules.isOfApplication(turn);
    }

    private static boolean isDisabled(Turn turn) {
        return turn.answeredWith(NOT_IMPLEMENTED) && turn.says(Hresult.E_ACCESSDENIED);
    }

    private static boolean isOnly(Turn turn, Hresult code) {
        boolean error = turn.delivered().filter(answer -> !answer.success()).isPresent();
        return error && !isDenied(turn) && turn.says(code);
    }

    private static boolean hasAnotherCode(Turn turn) {
        return isError(turn)
                && !isDenied(turn)
                && !isDisabled(turn)
                && code(turn).isPresent()
                && !turn.says(Hresult.BG_E_TOO_LARGE)
                && !turn.says(Hresult.E_INVALIDARG)
                && !turn.says(Hresult.BG_E_SESSION_NOT_FOUND);
    }

    private static boolean hasNoCode(Turn turn) {
        return isError(turn) && !isDenied(turn) && code(turn).isEmpty();
    }

    private static boolean isError(Turn turn) {
        return turn.delivered()
                .filter(answer -> !answer.success() && !OF_OTHERS.contains(answer.status()))
                .isPresent();
    }

    private static Optional<Integer> code(Turn turn) {
        return turn.delivered()
                .map(Answer::headers)
                .flatMap(ErrorCode::of)
                .flatMap(ErrorCode::value)
                .filter(value -> value != 0);
    }

    /** Whether the client got or sent nothing after it but a Cancel-Session or a Ping. */
    private static boolean isTheLast(Turn turn) {
        return !turn.is(PacketType.CANCEL_SESSION)
                && turn.later().stream()
                        .allMatch(one -> one.is(PacketType.CANCEL_SESSION)
                                || (one.is(PacketType.PING) && !turn.is(PacketType.PING)));
    }

    /** What a program that ended after the error says by its exit code. */
    static Judgement passedOn(Turn turn) {
        Optional<ClientEnded> ended = turn.exited()
                .filter(program ->
                        program.atMicros() >= turn.exchange().timing().endedMicros() || stoppedWaiting(turn));
        if (ended.isEmpty()) {
            return Judgement.outOfScope();
        }
        String error = turn.delivered()
                .filter(answer -> !stoppedWaiting(turn))
                .map(answer -> turn.packet() + " was answered " + answer.status()
                        + code(turn)
                                .map(value -> " with 0x%08X".formatted(value))
                                .orElse(""))
                .orElse(turn.packet() + " got no answer");
        if (!ended.get().claimsSuccess()) {
            return Judgement.held();
        }
        return ended.get().arrived() == Arrived.COMPLETE
                ? Judgement.observed(error + ", and the client ended with exit code 0; the file has arrived.")
                : Judgement.broken(
                        "an exit code other than 0", "exit code 0", error + ", and the client ended with exit code 0.");
    }
}
