package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;

/**
 * The server fails to compare at least two parts of a fragment's range with what it knows: the next offset, the length
 * of the body, and the total of the fragments before.
 */
public final class RangeNotChecked implements CauseFinder {

    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "range-not-checked";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<List<Step>> unchecked = Stream.<Predicate<Step>>of(
                        RangeNotChecked::leavesGap,
                        step -> step.onlyFlaw(Flaw.LENGTH_DIFFERS),
                        step -> step.onlyFlaw(Flaw.TOTAL_CHANGED))
                .map(evidence::steps)
                .map(RangeNotChecked::decided)
                .filter(steps -> !steps.isEmpty() && steps.stream().allMatch(Outcomes::taken))
                .toList();
        if (unchecked.size() < FEWEST) {
            return Optional.empty();
        }
        List<Step> oneOfEach = unchecked.stream().map(steps -> steps.get(0)).toList();
        Set<String> explained =
                evidence.withWake(unchecked.stream().flatMap(List::stream).toList());
        return Shown.by(
                oneOfEach,
                finding -> finding.requirement().startsWith("fragment.") && explained.contains(finding.exchange()));
    }

    private static List<Step> decided(List<Step> steps) {
        return steps.stream()
                .filter(step -> Outcomes.taken(step) || Outcomes.refused(step))
                .toList();
    }

    private static boolean leavesGap(Step step) {
        return step.flaws().isEmpty()
                && step.validFragment()
                        .filter(range -> step.before()
                                .offset()
                                .filter(offset -> offset < range.first())
                                .isPresent())
                        .isPresent();
    }
}
