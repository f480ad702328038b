package org.bitsconformance.judge.cause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Step;

/**
 * A defect that the record shows.
 *
 * @param exchanges ids of the exchanges that show it, the clearest first; never empty
 * @param explains which findings it explains
 */
public record Shown(List<String> exchanges, Predicate<Broken> explains) {

    private static final int HANDFUL = 5;

    public Shown {
        exchanges = List.copyOf(exchanges);
    }

    /**
     * A defect that explains findings at the packets that show it.
     *
     * @param steps the packets, the clearest first; empty means no defect
     * @param which the findings at them that it explains
     */
    static Optional<Shown> at(Collection<Step> steps, Predicate<Broken> which) {
        Set<String> ids = ids(steps);
        return by(steps, finding -> ids.contains(finding.exchange()) && which.test(finding));
    }

    /** A defect that these packets show, the clearest first; without packets there is no defect. */
    static Optional<Shown> by(Collection<Step> steps, Predicate<Broken> explains) {
        List<String> ids = new ArrayList<>(ids(steps));
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(ids.subList(0, Math.min(HANDFUL, ids.size())), explains));
    }

    static Set<String> ids(Collection<Step> steps) {
        return steps.stream().map(step -> step.exchange().id()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
