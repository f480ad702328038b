package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * What happens to a session that another user continues, or somebody without credentials. No document ties a session to
 * the user who began it, so the answer is only reported.
 */
final class SessionOfAnother {

    private SessionOfAnother() {}

    static Judgement report(Step step) {
        boolean ofAnother = step.identity() == Identity.OTHER || step.identity() == Identity.NONE;
        boolean asked = step.exchange().purpose() == Purpose.OPEN
                && ofAnother
                && step.belongsToSession()
                && step.reference() == Reference.GIVEN
                && !step.challenged();
        return step.answer()
                .filter(answer -> asked)
                .map(answer -> Judgement.observed(what(step, answer)))
                .orElseGet(Judgement::outOfScope);
    }

    private static String what(Step step, Answer answer) {
        String who = step.identity() == Identity.NONE ? "without credentials" : "with the credentials of another user";
        String what = step.packet() + " " + who + ", in a session that one user began, was answered "
                + Excerpt.of(answer.statusLine()) + ".";
        return answer.success() ? "LOOK AT THIS: " + what : what;
    }
}
