package org.bitsconformance.judge.session;

import java.util.Set;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/**
 * A fragment that begins at the same byte as one that was broken off, or whose answer was lost, is answered 200 or 416.
 * The server decides how much of the first one it kept (MC-BUP 2.2.6), but the session is still there (Win32
 * preventing-multiple-uploads).
 */
public final class ResumedFragmentIsTaken implements AckRule {

    private static final Set<Integer> TAKEN_OR_OUT_OF_SYNC = Set.of(200, 416);

    @Override
    public String requirement() {
        return "fragment.status.resumed";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.flaws().isEmpty()
                || step.validFragment().filter(step.before()::mayExpect).isEmpty()) {
            return Judgement.outOfScope();
        }
        if (StatusChecks.isOfApplication(step, ack)) {
            return StatusChecks.ofApplication(step, ack);
        }
        return StatusChecks.scarce(ack)
                ? StatusChecks.status(200, step, ack)
                : StatusChecks.oneOf(TAKEN_OR_OUT_OF_SYNC, step, ack);
    }
}
