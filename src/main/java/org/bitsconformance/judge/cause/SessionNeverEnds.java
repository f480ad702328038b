package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;

/** Packets of closed and of cancelled sessions are accepted, while unknown ids are refused. */
public final class SessionNeverEnds implements CauseFinder {

    private static final int FEWEST = 2;
    private static final int NEARLY_ALL = 80;
    private static final Set<String> AFTER_THE_END =
            Set.of("closed-session.fragment", "closed-session.end", "cancelled-session.packet");

    @Override
    public String id() {
        return "session-never-ends";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> ended = evidence.steps(step -> step.belongsToSession() && step.onlyFlaw(Flaw.SESSION_ENDED));
        List<Step> taken = ended.stream()
                .filter(step -> NoSessionTable.takenAsKnown(step)
                        && evidence.broken(step, finding -> AFTER_THE_END.contains(finding.requirement())))
                .toList();
        Set<String> ids = Shown.ids(taken);
        long requirements = evidence.broken().stream()
                .filter(finding -> AFTER_THE_END.contains(finding.requirement()))
                .filter(finding -> ids.contains(finding.exchange()))
                .map(Broken::requirement)
                .distinct()
                .count();
        boolean shown = requirements >= FEWEST
                && Contrast.share(ended, NoSessionTable::takenAsKnown) >= NEARLY_ALL
                && !NoSessionTable.takesAnyId(evidence);
        return shown ? Shown.at(taken, finding -> !finding.ofForm()) : Optional.empty();
    }
}
