package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step;

/**
 * Fragments go wrong only if their offset or total is 2^31 or more. They are refused for it, or accepted although their
 * offset leaves a gap, because its lower 31 or 32 bits are the expected ones.
 */
public final class Offsets32Bit implements CauseFinder {

    private static final long LARGE = 1L << 31;
    private static final int FEWEST = 2;
    private static final int FEW = 1;

    @Override
    public String id() {
        return "offsets-32-bit";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> fragments = evidence.steps(step -> step.validFragment().isPresent());
        List<Step> small = fragments.stream().filter(step -> !large(step)).toList();
        List<Step> wrong = fragments.stream()
                .filter(step ->
                        evidence.broken(step, finding -> finding.requirement().startsWith("fragment.")))
                .toList();
        List<Step> large = wrong.stream().filter(Offsets32Bit::large).toList();
        boolean otherwiseRight = Contrast.share(small, wrong::contains) < FEW;
        boolean asSuch = large.stream().allMatch(step -> wraps(step) || Outcomes.refused(step));
        boolean decided =
                large.stream().anyMatch(Offsets32Bit::wraps) || small.stream().anyMatch(Outcomes::taken);
        if (large.size() < FEWEST || !otherwiseRight || !asSuch || !decided) {
            return Optional.empty();
        }
        Set<String> explained = evidence.withWake(large);
        return Shown.by(large, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    private static boolean large(Step step) {
        return step.validFragment().filter(range -> range.total() >= LARGE).isPresent();
    }

    /** Whether it leaves a gap and was accepted as if some upper bits of its offset were missing. */
    private static boolean wraps(Step step) {
        Optional<Long> expected = step.before().offset();
        return Outcomes.taken(step)
                && expected.isPresent()
                && Stream.of(LARGE, 2 * LARGE)
                        .anyMatch(bits -> step.validFragment().orElseThrow().first() % bits == expected.get());
    }
}
