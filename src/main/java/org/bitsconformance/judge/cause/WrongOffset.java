package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Uploads in one fragment arrive, and uploads in several go wrong at the seam between two fragments. */
public final class WrongOffset implements CauseFinder {

    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "wrong-offset";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Delivered> all = Delivered.all(evidence);
        List<Delivered> whole =
                all.stream().filter(one -> one.fragments().size() == 1).toList();
        List<Delivered> pieced =
                all.stream().filter(one -> one.fragments().size() > 1).toList();
        boolean shown = whole.size() >= 1
                && whole.stream().allMatch(one -> one.look().same())
                && pieced.size() >= FEWEST
                && pieced.stream().allMatch(WrongOffset::differsAtSeam);
        return shown
                ? Shown.by(
                        pieced.stream().map(Delivered::last).toList(),
                        finding -> finding.requirement().startsWith("delivery."))
                : Optional.empty();
    }

    /** At the beginning of a fragment, at the byte before it, or at byte 0 if a later fragment overwrote the first. */
    private static boolean differsAtSeam(Delivered one) {
        OptionalLong difference = one.look().firstDifference();
        return difference.isPresent()
                && (difference.getAsLong() == 0
                        || one.fragments().stream()
                                .skip(1)
                                .map(step -> step.validFragment().orElseThrow().first())
                                .anyMatch(first ->
                                        first == difference.getAsLong() || first - 1 == difference.getAsLong()));
    }
}
