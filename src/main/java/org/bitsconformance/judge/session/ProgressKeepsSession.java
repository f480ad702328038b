package org.bitsconformance.judge.session;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.transcript.http.Answer;

/**
 * A session is kept until its time-out has passed since it last made progress (MC-BUP 3.2.2.1); each accepted fragment
 * restarts the time. If the refused packet is not about time-outs, other rules judge it. A server application's answer
 * to the last byte does not mean that the session was given up.
 */
public final class ProgressKeepsSession implements CaseRule {

    @Override
    public String requirement() {
        return "session-timeout.kept";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return Idle.of(history, context).stream()
                .filter(idle ->
                        idle.asksForIt() && idle.atLeast() < idle.timeout().micros())
                .map(idle -> new Located(
                        history.caseId(),
                        idle.step().exchange().id(),
                        idle.certainlyKept()
                                ? judge(idle)
                                : Judgement.skipped("the packet came too close to the session's time-out")))
                .toList();
    }

    private static Judgement judge(Idle idle) {
        Answer ack = idle.step().ack().orElseThrow();
        if (StatusChecks.isOfApplication(idle.step(), ack)) {
            return StatusChecks.ofApplication(idle.step(), ack);
        }
        if (ack.success() || StatusChecks.scarce(ack)) {
            return StatusChecks.scarce(ack) ? StatusChecks.status(200, idle.step(), ack) : Judgement.held();
        }
        return Judgement.broken(
                        "status 200",
                        ack.status() + " with " + StatusChecks.code(ack),
                        "A Fragment that came " + idle.atMost() / 1000
                                + " ms after the last progress, in a session with a time-out of "
                                + idle.timeout().micros() / 1000
                                + " ms, was answered " + ack.status() + " with " + StatusChecks.code(ack) + ".")
                .decidedBy(Judgement.STATUS);
    }
}
