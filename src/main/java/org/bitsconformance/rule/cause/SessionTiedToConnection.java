package org.bitsconformance.rule.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.rule.history.Step;

/**
 * Packets of a session are refused over any other connection than the one that it was created on, and taken there; no
 * cookie says that another server may have been behind the other connection.
 */
public final class SessionTiedToConnection implements CauseFinder {

    @Override
    public String id() {
        return "session-tied-to-connection";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        Contrast moved = moved(evidence);
        if (!moved.decides() || NoSharedSessions.leadsByCookie(evidence)) {
            return Optional.empty();
        }
        Set<String> explained =
                evidence.withWake(evidence.steps(step -> refusedForNoFlaw(step) && isMoved(step, evidence)));
        return Shown.by(moved.shows(), finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    /** Packets that have to be taken, by whether they came over another connection than their session's first. */
    static Contrast moved(Evidence evidence) {
        List<Step> ofSessions = evidence.steps(step -> step.belongsToSession()
                && Outcomes.sound(step)
                && evidence.createdOn(step).isPresent());
        return Contrast.of(ofSessions, step -> isMoved(step, evidence));
    }

    /** Whether a packet of a session was refused though nothing is wrong with it, even if it is not known what comes next. */
    static boolean refusedForNoFlaw(Step step) {
        return step.belongsToSession() && step.flaws().isEmpty() && Outcomes.refused(step);
    }

    private static boolean isMoved(Step step, Evidence evidence) {
        return evidence.createdOn(step)
                .filter(connection -> !connection.equals(step.exchange().connection()))
                .isPresent();
    }
}
