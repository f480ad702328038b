package org.bitsconformance.judge.ack;

import java.util.Locale;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** What a packet of a user who may upload is answered: if the target asks for credentials, the last answer is not 401. */
final class RightCredentials {

    private RightCredentials() {}

    /** Judges the last answer to a packet; a challenge that is answered settles nothing. */
    static Judgement judge(Step step, Context context) {
        boolean ofUser = step.identity() == Identity.USER || step.identity() == Identity.OTHER;
        return step.answer()
                .filter(answer -> ofUser
                        && context.header()
                                .target()
                                .declared()
                                .access()
                                .scheme()
                                .isPresent()
                        && step.httpRequest()
                        && !step.challenged()
                        && !step.exchange().judgesNothing()
                        && step.exchange().purpose() != Purpose.OPEN
                        && !FrontEnd.answered(answer))
                .map(answer -> judge(step, answer))
                .orElseGet(Judgement::outOfScope);
    }

    /** A stale nonce (RFC 2617 3.2.1) does not refuse the credentials. */
    private static Judgement judge(Step step, Answer answer) {
        if (answer.status() != 401) {
            return Judgement.held();
        }
        boolean stale = answer.headers().all("WWW-Authenticate").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).matches(".*\\bstale=\"?true.*"));
        return stale
                ? Judgement.outOfScope()
                : Judgement.broken(
                                "an Ack",
                                Excerpt.of(answer.statusLine()),
                                step.packet()
                                        + " with right credentials was answered 401, though they are taken elsewhere in"
                                        + " this run.")
                        .decidedBy(Judgement.STATUS);
    }
}
