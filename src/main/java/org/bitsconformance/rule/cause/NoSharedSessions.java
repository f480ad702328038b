package org.bitsconformance.rule.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.rule.history.Step;

/**
 * Some connections know a session and others do not, and the server sets a cookie by which a front end would lead a client
 * back to the server behind it; no BITS client returns one.
 */
public final class NoSharedSessions implements CauseFinder {

    private static final int FEWEST = 3;
    private static final int FEW = 10;
    private static final int MANY = 90;

    @Override
    public String id() {
        return "no-shared-sessions";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        Contrast moved = SessionTiedToConnection.moved(evidence);
        List<Step> all = Stream.concat(moved.with().stream(), moved.without().stream()).toList();
        List<Step> lost = all.stream().filter(Outcomes::refused).toList();
        boolean byTurns = atTimes(moved.with()) || (atTimes(all) && atTimes(moved.without()));
        if (lost.size() < FEWEST || !byTurns || !setsCookie(evidence)) {
            return Optional.empty();
        }
        Set<String> explained = evidence.withWake(lost);
        return Shown.by(lost, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    private static boolean atTimes(List<Step> packets) {
        long share = Contrast.share(packets, Outcomes::refused);
        return share >= FEW && share <= MANY;
    }

    private static boolean setsCookie(Evidence evidence) {
        return evidence.steps().stream()
                .flatMap(step -> step.answer().stream())
                .anyMatch(answer -> answer.headers().has("Set-Cookie"));
    }
}
