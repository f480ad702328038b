package org.bitsconformance.rule.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.rule.Answers;
import org.bitsconformance.rule.history.Step;

/**
 * Packets of sessions are taken at times and refused at others, and answers set a cookie, by which a front end would lead a
 * client back to the server that has answered; no BITS client returns one.
 */
public final class NoSharedSessions implements CauseFinder {

    private static final int FEWEST = 3;
    private static final int FEWEST_TAKEN = 2;

    @Override
    public String id() {
        return "no-shared-sessions";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        Contrast moved = SessionTiedToConnection.moved(evidence);
        List<Step> all =
                Stream.concat(moved.with().stream(), moved.without().stream()).toList();
        List<Step> lost = all.stream().filter(Outcomes::refused).toList();
        boolean unknown = lost.stream()
                .allMatch(step -> step.answer()
                        .filter(answer -> Answers.says(answer, Hresult.BG_E_SESSION_NOT_FOUND))
                        .isPresent());
        boolean atTimes = all.stream().filter(Outcomes::taken).count() >= FEWEST_TAKEN;
        if (lost.size() < FEWEST || !(unknown || atTimes) || !leadsByCookie(evidence)) {
            return Optional.empty();
        }
        Set<String> explained = evidence.withWake(evidence.steps(SessionTiedToConnection::refusedForNoFlaw));
        return Shown.by(lost, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    /** Whether answers set a cookie; the record keeps no values of cookies. */
    static boolean leadsByCookie(Evidence evidence) {
        return evidence.steps().stream()
                        .flatMap(step -> step.answer().stream())
                        .filter(answer -> answer.headers().has("Set-Cookie"))
                        .limit(FEWEST)
                        .count()
                == FEWEST;
    }
}
