package org.bitsconformance.judge.cause;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;

/** Any session id in a packet counts as an existing session. */
public final class NoSessionTable implements CauseFinder {

    private static final int FEWEST_KINDS = 2;
    private static final int OUT_OF_SYNC = 416;
    static final Set<Flaw> OF_THE_SESSION =
            EnumSet.of(Flaw.SESSION_UNKNOWN, Flaw.SESSION_MALFORMED, Flaw.SESSION_MISSING, Flaw.SESSION_ENDED);

    @Override
    public String id() {
        return "no-session-table";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        if (!takesAnyId(evidence)) {
            return Optional.empty();
        }
        List<Step> taken = evidence.steps(step -> step.belongsToSession()
                && OF_THE_SESSION.containsAll(step.flaws())
                && !step.flaws().isEmpty()
                && takenAsKnown(step));
        List<Step> unknownFirst = Stream.concat(
                        taken.stream().filter(Step::namesUnknownSession),
                        taken.stream().filter(step -> !step.namesUnknownSession()))
                .toList();
        Set<String> explained = evidence.withWake(taken);
        return Shown.by(unknownFirst, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    /**
     * Whether packets of at least two kinds named sessions that the server never gave, and all were handled as known
     * sessions.
     */
    static boolean takesAnyId(Evidence evidence) {
        List<Step> unknown =
                evidence.steps(step -> step.namesUnknownSession() && (Outcomes.taken(step) || Outcomes.refused(step)));
        long kinds = unknown.stream()
                .map(step -> step.request().packetType())
                .distinct()
                .count();
        return kinds >= FEWEST_KINDS && unknown.stream().allMatch(NoSessionTable::takenAsKnown);
    }

    /** Accepted, or refused for its offset: only a known session has one. */
    static boolean takenAsKnown(Step step) {
        return Outcomes.taken(step)
                || (step.is(PacketType.FRAGMENT)
                        && step.answer()
                                .filter(answer -> answer.status() == OUT_OF_SYNC)
                                .isPresent());
    }
}
