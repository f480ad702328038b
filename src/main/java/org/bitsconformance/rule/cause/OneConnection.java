package org.bitsconformance.rule.cause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Exchange.Ending;

/** A packet on a new connection waits for nothing while an older one is open, and goes through once that one has ended. */
public final class OneConnection implements CauseFinder {

    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "one-connection";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> waiting = evidence.histories().stream()
                .flatMap(history -> waiting(history.steps()).stream())
                .toList();
        boolean otherSilence = evidence.steps().stream().anyMatch(step -> silent(step) && !waiting.contains(step));
        if (waiting.size() < FEWEST || otherSilence) {
            return Optional.empty();
        }
        Set<String> explained = evidence.withWake(waiting);
        return Shown.by(waiting, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    /** Silence on a connection that began while another one, which was used before and after, was open. */
    private static List<Step> waiting(List<Step> steps) {
        List<Step> waiting = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Set<String> later = connections(steps.subList(i + 1, steps.size()));
            later.remove(step.exchange().connection());
            boolean otherOpen = connections(steps.subList(0, i)).stream().anyMatch(later::contains);
            if (silent(step) && step.exchange().requestOnConnection() == 1 && otherOpen) {
                waiting.add(step);
            }
        }
        return waiting;
    }

    private static Set<String> connections(List<Step> steps) {
        return steps.stream()
                .map(step -> step.exchange().connection())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean silent(Step step) {
        return step.exchange().ending() == Ending.TIMED_OUT
                && step.exchange().answer().isEmpty();
    }
}
