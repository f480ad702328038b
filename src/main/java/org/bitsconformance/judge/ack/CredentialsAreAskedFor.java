package org.bitsconformance.judge.ack;

import java.util.List;
import java.util.regex.Pattern;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * If the target is declared to ask for credentials, a packet without them is answered 401 with {@code WWW-Authenticate}
 * (RFC 2616 10.4.2), and one with a wrong password is refused, possibly with another status (RFC 2617 1.2). A packet
 * with the right ones is accepted; for a Ping, another rule says so.
 */
public final class CredentialsAreAskedFor implements ExchangeRule {

    private static final String CHALLENGE = "WWW-Authenticate";

    @Override
    public String requirement() {
        return "authentication.required";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        boolean asked = step.httpRequest()
                && !step.exchange().judgesNothing()
                && step.exchange().purpose() != Purpose.OPEN
                && context.header().target().declared().access().scheme().isPresent();
        return switch (step.identity()) {
            case NONE, WRONG_PASSWORD ->
                step.answer()
                        .filter(answer -> asked && !FrontEnd.answered(answer))
                        .map(answer -> judge(
                                step,
                                answer,
                                context.header()
                                        .target()
                                        .declared()
                                        .access()
                                        .scheme()
                                        .orElseThrow()))
                        .orElseGet(Judgement::outOfScope);
            case USER, OTHER ->
                step.is(PacketType.PING) ? Judgement.outOfScope() : RightCredentials.judge(step, context);
            case DENIED -> Judgement.outOfScope();
        };
    }

    private static Judgement judge(Step step, Answer answer, String scheme) {
        boolean wrong = step.identity() == Identity.WRONG_PASSWORD;
        String with = wrong ? " with a wrong password" : " without credentials";
        if (answer.status() == 401) {
            return answer.headers().has(CHALLENGE)
                    ? namesScheme(step.packet() + with, answer, scheme)
                    : Judgement.broken(
                                    "401 with " + CHALLENGE,
                                    "no " + CHALLENGE,
                                    "The 401 answer to " + step.packet() + with + " has no " + CHALLENGE
                                            + ", so that no client can tell what is asked of it.")
                            .decidedBy(CHALLENGE);
        }
        if (wrong && answer.status() >= 400 && answer.status() < 500) {
            return Judgement.observed(
                    step.packet() + with + " was answered " + Excerpt.of(answer.statusLine()) + ", not 401.");
        }
        return Judgement.broken(
                        "401 with " + CHALLENGE,
                        Excerpt.of(answer.statusLine()),
                        step.packet() + with + " was answered " + answer.status()
                                + " where 401 is expected: the target is declared to ask for credentials.")
                .decidedBy(Judgement.STATUS);
    }

    /** A 401 has a challenge for the scheme that the target file declares, whatever others it has (RFC 2616 14.47). */
    private static Judgement namesScheme(String what, Answer answer, String scheme) {
        List<String> values = answer.headers().all(CHALLENGE);
        Pattern challenge = Pattern.compile("(?i)(?:^|.*[,\\s])" + Pattern.quote(scheme) + "(?:[,\\s].*|$)");
        if (values.stream().anyMatch(challenge.asMatchPredicate())) {
            return Judgement.held();
        }
        String actual = CHALLENGE + ": " + Excerpt.of(String.join(", ", values));
        return Judgement.broken(
                        CHALLENGE + " with the scheme " + scheme,
                        actual,
                        "The 401 answer to " + what + " has " + actual
                                + ", and the target is declared to ask for credentials by " + scheme + ".")
                .decidedBy(CHALLENGE);
    }
}
