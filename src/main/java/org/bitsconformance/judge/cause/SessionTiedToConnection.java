package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;

/**
 * Packets of a session are accepted over the connection on which it was created, and refused over any other; no cookie
 * suggests that another server is behind the other connection.
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

    /**
     * Packets that the server must accept, by whether they came over another connection than their session's first.
     * Includes only types that are accepted over the first.
     */
    static Contrast moved(Evidence evidence) {
        List<Step> ofSessions = evidence.steps(step -> step.belongsToSession()
                && Outcomes.sound(step)
                && evidence.createdOn(step).isPresent());
        Set<Optional<PacketType>> alive = ofSessions.stream()
                .filter(step -> !isMoved(step, evidence) && Outcomes.taken(step))
                .map(step -> step.request().packetType())
                .collect(Collectors.toSet());
        return Contrast.of(
                ofSessions.stream()
                        .filter(step -> alive.contains(step.request().packetType()))
                        .toList(),
                step -> isMoved(step, evidence));
    }

    /**
     * Whether a packet of a session was refused although nothing is wrong with it, even if the next offset is unknown;
     * or the answer says that the session is unknown, whatever else is wrong with the packet.
     */
    static boolean refusedForNoFlaw(Step step) {
        return step.belongsToSession()
                && Outcomes.refused(step)
                && (step.flaws().isEmpty() || (isOfOpenSession(step) && saysNotFound(step)));
    }

    static boolean saysNotFound(Step step) {
        return step.answer()
                .filter(answer -> StatusChecks.says(answer, Hresult.BG_E_SESSION_NOT_FOUND))
                .isPresent();
    }

    private static boolean isOfOpenSession(Step step) {
        return step.reference() == Reference.GIVEN && step.before().open();
    }

    private static boolean isMoved(Step step, Evidence evidence) {
        return evidence.createdOn(step)
                .filter(connection -> !connection.equals(step.exchange().connection()))
                .isPresent();
    }
}
