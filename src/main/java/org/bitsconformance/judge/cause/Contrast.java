package org.bitsconformance.judge.cause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.bitsconformance.judge.history.Step;

/**
 * Packets that have something in common, and those of the same kind that have not. If all of the former are refused and the
 * latter are taken, what they have in common is why.
 *
 * @param with the packets that have it, and were taken or refused
 * @param without the packets that have not, and were taken or refused
 */
record Contrast(List<Step> with, List<Step> without) {

    private static final int FEWEST = 2;
    private static final int NEARLY_ALL = 95;
    private static final int MOST = 90;

    static Contrast of(Collection<Step> steps, Predicate<Step> feature) {
        List<Step> decided = steps.stream()
                .filter(step -> Outcomes.taken(step) || Outcomes.refused(step))
                .toList();
        return new Contrast(
                decided.stream().filter(feature).toList(),
                decided.stream().filter(feature.negate()).toList());
    }

    /** Whether it decides, and was seen twice on either side. */
    boolean decides() {
        return decides(FEWEST);
    }

    /** Whether it decides, and was seen twice with what the packets have in common and so often without. */
    boolean decides(int fewestWithout) {
        return with.size() >= FEWEST
                && without.size() >= fewestWithout
                && share(with, Outcomes::refused) >= NEARLY_ALL
                && share(without, Outcomes::taken) >= MOST;
    }

    /** The packets that were refused for it. */
    List<Step> refused() {
        return with.stream().filter(Outcomes::refused).toList();
    }

    /** Packets that show it: some that were refused, one that was taken, and the rest. */
    List<Step> shows() {
        List<Step> shows = new ArrayList<>(refused());
        without.stream()
                .filter(Outcomes::taken)
                .findFirst()
                .ifPresent(taken -> shows.add(Math.min(FEWEST, shows.size()), taken));
        return shows;
    }

    /** How many of a hundred. */
    static long share(Collection<Step> steps, Predicate<Step> which) {
        return steps.isEmpty() ? 0 : steps.stream().filter(which).count() * 100 / steps.size();
    }
}
