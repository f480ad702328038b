package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.http.Headers;

/** When a client sends Close-Session or Cancel-Session again (Win32 ack-for-close-session, ack-for-cancel-session). */
final class EndRules {

    /** After these, HTTP has a client send the request again. */
    private static final Set<Integer> AGAIN = Set.of(401, 407, 408, 421, 425, 429);

    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final int EXPECTATION_FAILED = 417;
    private static final String EXPECT = "Expect";
    private static final int LOWEST_SERVER_ERROR = 500;
    private static final int HIGHEST_SERVER_ERROR = 599;

    /** Somebody who has a client go on takes longer than this. */
    private static final long BY_ITSELF_MILLIS = 2_000;

    private EndRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("client.retry.end", EndRules::again),
                row("client.retry.end.no-session", EndRules::notAfterNoSession),
                row("client.retry.end.final", EndRules::notAfterFinal));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule(
                "EndIsSentAgain",
                requirement,
                (turn, context) -> turn.isEnd() && turn.delivered().isPresent()
                        ? check.judge(turn, context)
                        : Judgement.outOfScope());
    }

    /** MC-BUP has the client pass such an error on, so that giving up with an error passes too. */
    private static Judgement again(Turn turn, Context context) {
        int status = turn.delivered().orElseThrow().status();
        if (status < LOWEST_SERVER_ERROR
                || status > HIGHEST_SERVER_ERROR
                || turn.says(Hresult.BG_E_SESSION_NOT_FOUND)) {
            return Judgement.outOfScope();
        }
        if (turn.later().stream().anyMatch(turn::isRepeatedBy)) {
            return Judgement.held();
        }
        Optional<ClientEnded> ended = turn.exited();
        if (ended.isEmpty() || turn.nextButPing().isPresent()) {
            return Judgement.outOfScope();
        }
        String seen = turn.packet() + " was answered " + status + ", and the client ended without sending it again";
        return ended.get().claimsSuccess() || context.dialect() == Dialect.WIN32
                ? Judgement.broken(turn.packet() + " again", "no more packets", seen + ".")
                : Judgement.observed(seen + ", with exit code "
                        + ended.get().exitCode().getAsInt() + ", as MC-BUP has it pass the error on.");
    }

    private static Judgement notAfterNoSession(Turn turn, Context context) {
        return turn.says(Hresult.BG_E_SESSION_NOT_FOUND)
                ? notAgain(turn, Hresult.BG_E_SESSION_NOT_FOUND.toString())
                : Judgement.outOfScope();
    }

    private static Judgement notAfterFinal(Turn turn, Context context) {
        int status = turn.delivered().orElseThrow().status();
        return status >= LOWEST_SERVER_ERROR || AGAIN.contains(status)
                ? Judgement.outOfScope()
                : notAgain(turn, String.valueOf(status));
    }

    /** Somebody may have the client go on: it then sends a Ping first, or sends the packet later. */
    private static Judgement notAgain(Turn turn, String answer) {
        Optional<Turn> next = turn.next().filter(one -> isForbidden(turn, one));
        if (next.isEmpty()) {
            boolean over = turn.later().stream().noneMatch(one -> isForbidden(turn, one));
            return over ? Judgement.held() : Judgement.outOfScope();
        }
        String seen = turn.packet() + " was sent again after it had been answered " + answer;
        boolean byItself = next.get().certainlyKnows(turn) && next.get().millisAfter(turn) < BY_ITSELF_MILLIS;
        return byItself
                ? Judgement.broken("no " + turn.packet(), turn.packet() + " again", seen + ".")
                : Judgement.observed(seen + ", by the client itself or because somebody resumed the upload.");
    }

    /** Whether another packet is what the answer to this one forbids: the same again, at the same host. */
    private static boolean isForbidden(Turn turn, Turn other) {
        return turn.isRepeatedBy(other) && Hosts.of(turn).equals(Hosts.of(other)) && !isAskedFor(turn, other);
    }

    /**
     * Whether HTTP lets a client repeat a packet after its answer: at another place (RFC 2616 10.3), with a length
     * (10.4.12), later (10.4.14), or without its expectation (RFC 7231 5.1.1).
     */
    private static boolean isAskedFor(Turn turn, Turn other) {
        Headers answer = turn.delivered().orElseThrow().headers();
        return (turn.answeredWith(EXPECTATION_FAILED)
                        && turn.headers().has(EXPECT)
                        && !other.headers().has(EXPECT))
                || (turn.answeredWith(LENGTH_REQUIRED)
                        && !turn.headers().has(BitsHeaders.CONTENT_LENGTH)
                        && other.headers().has(BitsHeaders.CONTENT_LENGTH))
                || (turn.answeredWith(TOO_LARGE) && answer.has("Retry-After"))
                || (turn.answeredWith(301, 302, 307, 308) && answer.has("Location"));
    }
}
