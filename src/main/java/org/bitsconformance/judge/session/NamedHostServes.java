package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The host that an Ack to Create-Session named accepts the session's packets (MC-BUP 2.2.3.2). Once it has accepted
 * one, other rules judge how it handles them. What another host than the named one does with them is only reported: a
 * client may have to go back to the first host, and no document says that the session is there.
 */
public final class NamedHostServes implements AckRule {

    @Override
    public String requirement() {
        return "host-id.serves";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.belongsToSession()) {
            return Judgement.outOfScope();
        }
        return switch (step.hostFollowed()) {
            case UNNAMED -> Judgement.outOfScope();
            case NAMED -> atNamedHost(step, ack);
            case OTHER ->
                step.onlyFlaw(Flaw.OPEN) || step.onlyFlaw(Flaw.SESSION_ASTRAY)
                        ? elsewhere(step, ack)
                        : Judgement.outOfScope();
        };
    }

    private static Judgement atNamedHost(Step step, Answer ack) {
        if (step.onlyFlaw(Flaw.SESSION_ASTRAY)) {
            return StatusChecks.scarce(ack) ? StatusChecks.status(200, step, ack) : refused(step, ack);
        }
        return step.flaws().isEmpty() && ack.success() ? Judgement.held() : Judgement.outOfScope();
    }

    private static Judgement refused(Step step, Answer ack) {
        String host = host(step);
        return Judgement.broken(
                        "an answer of the session's, with 200",
                        ack.status() + " with " + StatusChecks.code(ack) + " at " + host,
                        step.packet() + " was answered " + ack.status() + " with " + StatusChecks.code(ack) + " at "
                                + host
                                + ", the host that " + BitsHeaders.HOST_ID
                                + " named for the session, which has taken none of its packets.")
                .decidedBy(Judgement.STATUS);
    }

    private static Judgement elsewhere(Step step, Answer ack) {
        return Judgement.observed(step.packet() + " was answered " + ack.status() + " at " + host(step) + ", though "
                + BitsHeaders.HOST_ID + " had named another host for the session.");
    }

    private static String host(Step step) {
        return Excerpt.of(step.request().headers().first("Host").orElse("no host"));
    }
}
