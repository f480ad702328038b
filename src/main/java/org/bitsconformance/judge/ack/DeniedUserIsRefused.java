package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A packet of a user who may not upload is answered 403 with E_ACCESSDENIED (MC-BUP 3.2.5.2.3). It is only reported if
 * a front end refused the user before that, and what happens to a session that another user continues. Other rules say
 * that there is a code at all, and which context.
 */
public final class DeniedUserIsRefused implements ExchangeRule {

    @Override
    public String requirement() {
        return "refusal.access-denied";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        boolean denied = step.identity() == Identity.DENIED && step.onlyFlaw(Flaw.NOT_PERMITTED);
        return step.answer()
                .filter(answer ->
                        denied && !step.challenged() && !step.exchange().judgesNothing())
                .filter(answer -> !FrontEnd.answered(answer))
                .map(answer -> judge(step, answer))
                .orElseGet(() -> SessionOfAnother.report(step));
    }

    private static Judgement judge(Step step, Answer answer) {
        String whose = step.packet() + " of a user who may not upload";
        if (FrontEnd.deniesUser(answer)) {
            return Judgement.observed(whose + " was answered " + Excerpt.of(answer.statusLine())
                    + " by a front end, below the protocol.");
        }
        if (answer.status() != 403) {
            return Judgement.broken(
                            "status 403",
                            Excerpt.of(answer.statusLine()),
                            whose + " was answered " + answer.status() + " where 403 is expected.")
                    .decidedBy(Judgement.STATUS);
        }
        boolean otherCode =
                ErrorCode.of(answer.headers()).isPresent() && !StatusChecks.says(answer, Hresult.E_ACCESSDENIED);
        return otherCode
                ? Judgement.broken(
                                Hresult.E_ACCESSDENIED.toString(),
                                StatusChecks.code(answer),
                                "The 403 answer to " + whose + " has " + StatusChecks.code(answer) + " where "
                                        + Hresult.E_ACCESSDENIED + " is expected.")
                        .decidedBy(StatusChecks.codeField(answer))
                : Judgement.held();
    }
}
