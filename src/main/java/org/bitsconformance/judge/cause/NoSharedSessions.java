package org.bitsconformance.judge.cause;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * Packets of sessions are sometimes accepted and sometimes refused like packets of unknown sessions. Answers set a
 * cookie with which a front end would route a client back to the same server; no BITS client returns one.
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
        boolean notFound = lost.stream().allMatch(SessionTiedToConnection::saysNotFound);
        Set<String> ofUnknown = looksOfUnknown(evidence);
        boolean asUnknown = lost.stream()
                .allMatch(
                        step -> SessionTiedToConnection.saysNotFound(step) || ofUnknown.contains(look(step.answer())));
        boolean atTimes = all.stream().filter(Outcomes::taken).count() >= FEWEST_TAKEN;
        if (lost.size() < FEWEST || !(notFound || (asUnknown && atTimes)) || !leadsByCookie(evidence)) {
            return Optional.empty();
        }
        Set<String> explained = evidence.withWake(evidence.steps(SessionTiedToConnection::refusedForNoFlaw));
        return Shown.by(lost, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    /** The answers to packets that name a session which the server never gave and have no other flaw. */
    private static Set<String> looksOfUnknown(Evidence evidence) {
        Set<String> looks = looks(evidence, Step::namesUnknownSession);
        looks.removeAll(looks(
                evidence,
                step -> !step.flaws().isEmpty() && Collections.disjoint(step.flaws(), NoSessionTable.OF_THE_SESSION)));
        return looks;
    }

    private static Set<String> looks(Evidence evidence, Predicate<Step> which) {
        return evidence.steps(step -> which.test(step) && Outcomes.refused(step)).stream()
                .map(step -> look(step.answer()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String look(Optional<Answer> answer) {
        return answer.map(seen -> seen.status() + " " + ErrorCode.all(seen.headers()))
                .orElse("");
    }

    /** Whether answers set a cookie; the record does not keep the values. */
    static boolean leadsByCookie(Evidence evidence) {
        return evidence.steps().stream()
                        .flatMap(step -> step.answer().stream())
                        .filter(answer -> answer.headers().has("Set-Cookie"))
                        .limit(FEWEST)
                        .count()
                == FEWEST;
    }
}
