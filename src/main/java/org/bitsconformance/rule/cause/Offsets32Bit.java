package org.bitsconformance.rule.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.rule.history.Step;

/** Fragments go wrong where their offset or total is over 2^31, and nowhere else. */
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
        List<Step> wrong = fragments.stream()
                .filter(step -> evidence.broken(step, finding -> finding.requirement().startsWith("fragment.")))
                .toList();
        List<Step> large = wrong.stream().filter(Offsets32Bit::large).toList();
        List<Step> small = fragments.stream().filter(step -> !large(step)).toList();
        boolean otherwiseRight = Contrast.share(small, wrong::contains) < FEW
                && small.stream().anyMatch(Outcomes::taken);
        if (large.size() < FEWEST || !otherwiseRight) {
            return Optional.empty();
        }
        Set<String> explained = evidence.withWake(large);
        return Shown.by(large, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    private static boolean large(Step step) {
        return step.validFragment().filter(range -> range.total() >= LARGE).isPresent();
    }
}
