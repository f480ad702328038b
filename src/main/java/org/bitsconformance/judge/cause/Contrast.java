package org.bitsconformance.judge.cause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.bitsconformance.judge.history.Step;

/**
 * Packets that have something in common, and packets of the same kind without it. If all of the former are refused and
 * the latter are accepted, what they have in common is the reason.
 *
 * @param with the packets that have it and were accepted or refused
 * @param without the packets that do not have it and were accepted or refused
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

    /** Whether the contrast is decisive, with at least two packets on either side. */
    boolean decides() {
        return decides(FEWEST);
    }

    /** Whether the contrast is decisive, with at least two packets that have it and {@code fewestWithout} that do not. */
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

    /** Packets that show it: some that were refused, one that was accepted, and the rest. */
    List<Step> shows() {
        List<Step> shows = new ArrayList<>(refused());
        without.stream()
                .filter(Outcomes::taken)
                .findFirst()
                .ifPresent(taken -> shows.add(Math.min(FEWEST, shows.size()), taken));
        return shows;
    }

    /** The share of packets that match, in percent. */
    static long share(Collection<Step> steps, Predicate<Step> which) {
        return steps.isEmpty() ? 0 : steps.stream().filter(which).count() * 100 / steps.size();
    }
}
