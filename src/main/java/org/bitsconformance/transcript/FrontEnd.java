package org.bitsconformance.transcript;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.RetryAfter;

/**
 * Whatever answers instead of a BITS server: a proxy, a load balancer, a filter, or the HTTP server in which it runs.
 * Such an answer has an HTTP status and no BITS field. It is not an Ack and need not be one (MC-BUP 3.2.5.2.1). The
 * same status with a BITS field is the server's own answer.
 *
 * <p>A 401 comes from a front end only if the target is declared to ask for credentials, and a 403 only if the user may
 * not upload; see {@link #asksForCredentials(Answer, Declared)} and {@link #deniesUser}.
 */
public final class FrontEnd {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int PROXY_UNAUTHORIZED = 407;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_LARGE = 413;
    private static final int MISDIRECTED = 421;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int HEADER_TOO_LARGE = 431;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /** Status that a content network sends when its server ended the connection without an answer. */
    private static final int EMPTY_ANSWER = 520;

    /** Statuses that content networks send when they get nothing useful from the server behind them. */
    private static final Set<Integer> OF_NETWORKS =
            IntStream.rangeClosed(EMPTY_ANSWER, 530).boxed().collect(Collectors.toUnmodifiableSet());

    /** Statuses which say that there is a server, but that it gave no answer. */
    private static final Set<Integer> UNREACHED = joined(Set.of(BAD_GATEWAY, GATEWAY_TIMEOUT), OF_NETWORKS);

    private static final Set<Integer> STATUSES = joined(
            Set.of(
                    PROXY_UNAUTHORIZED,
                    REQUEST_TIMEOUT,
                    TOO_LARGE,
                    MISDIRECTED,
                    TOO_MANY_REQUESTS,
                    HEADER_TOO_LARGE,
                    UNAVAILABLE),
            UNREACHED);

    private FrontEnd() {}

    /** Whether a front end made an answer: its status is one of theirs, and it has no BITS field. */
    public static boolean answered(Answer answer) {
        return STATUSES.contains(answer.status()) && !answer.ofTheProtocol();
    }

    /** Like {@link #answered(Answer)}; also if it asks for the credentials that the target is declared to ask for. */
    public static boolean answered(Answer answer, Declared declared) {
        return answered(answer) || asksForCredentials(answer, declared);
    }

    /** Whether an answer asks for credentials, so that the request was not carried out (RFC 2616 10.4.2, 10.4.8). */
    public static boolean asksForCredentials(Answer answer) {
        return answer.status() == UNAUTHORIZED || asksForThoseOfProxy(answer);
    }

    /**
     * Whether an answer asks for credentials, and comes from a proxy or from a target that is declared to ask for them.
     */
    public static boolean asksForCredentials(Answer answer, Declared declared) {
        return asksForThoseOfProxy(answer)
                || (answer.status() == UNAUTHORIZED
                        && declared.access().scheme().isPresent());
    }

    /** Whether a proxy on the way asks for its own credentials. */
    public static boolean asksForThoseOfProxy(Answer answer) {
        return answer.status() == PROXY_UNAUTHORIZED && !answer.ofTheProtocol();
    }

    /** Whether an answer to a user who may not upload comes from a front end that does not let this user in. */
    public static boolean deniesUser(Answer answer) {
        return (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) && !answer.ofTheProtocol();
    }

    /** Whether the front end accepts no header as long as that of the request (RFC 6585 5). */
    public static boolean refusesHeader(Answer answer) {
        return answer.status() == HEADER_TOO_LARGE;
    }

    /** Whether there is no room for the request (RFC 2616 10.4.14); whoever says so, it is the target's limit. */
    public static boolean refusesSize(Answer answer) {
        return answer.status() == TOO_LARGE;
    }

    /** Whether a case can only go on after a packet with this answer once the server itself has answered. */
    public static boolean keepsFromServer(Answer answer) {
        return answered(answer) && !refusesHeader(answer) && !refusesSize(answer);
    }

    /** Whether it is too busy and says when to retry (RFC 2616 10.5.4, RFC 6585 4), so it passed nothing on. */
    public static boolean asksToComeAgain(Answer answer) {
        return answered(answer)
                && (answer.status() == UNAVAILABLE || answer.status() == TOO_MANY_REQUESTS)
                && answer.headers().has(RetryAfter.NAME);
    }

    /** Whether the server behind the front end gave no answer that the front end could pass on. */
    public static boolean gotNoAnswer(Answer answer) {
        return answered(answer) && UNREACHED.contains(answer.status());
    }

    /** Whether this is how a front end reports a server that ends the connection without an answer. */
    public static boolean mayHideDrop(Answer answer) {
        return answered(answer) && (answer.status() == BAD_GATEWAY || answer.status() == EMPTY_ANSWER);
    }

    /** Whether the same packet may succeed at once in a fresh session; false after a rate limit. */
    public static boolean mayPass(Answer answer) {
        return gotNoAnswer(answer)
                || (answered(answer) && (answer.status() == UNAVAILABLE || answer.status() == REQUEST_TIMEOUT));
    }

    /** Whether a packet was sent as BITS clients send it, so that only the server has a reason to answer it. */
    public static boolean oughtToPassOn(Exchange packet) {
        return packet.purpose().judged()
                && packet.purpose() != Purpose.BEYOND
                && Request.wellFormed(packet.request())
                && UnusualForm.of(packet).isEmpty();
    }

    /** Which status came and what to do about it, in a line without a full stop; {@code what} names the request. */
    public static String says(Answer answer, String what) {
        return "the front end answered " + answer.status() + " to " + what + "; " + advice(answer);
    }

    private static String advice(Answer answer) {
        if (UNREACHED.contains(answer.status())) {
            return "the proxy answers, the server behind it does not";
        }
        return switch (answer.status()) {
            case PROXY_UNAUTHORIZED -> "give the proxy its credentials, or use a way without it";
            case REQUEST_TIMEOUT -> "it waited too little for the request: raise its time limit";
            case TOO_LARGE -> "raise its limit for the size of a request";
            case MISDIRECTED -> "it does not serve this host: check the host of the URL";
            case HEADER_TOO_LARGE -> "raise its limit for the size of a header";
            default -> "slow down: parallel: 1 in the target file, a budget in the plan";
        };
    }

    private static Set<Integer> joined(Set<Integer> some, Set<Integer> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
