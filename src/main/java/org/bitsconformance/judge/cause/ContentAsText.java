package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;

/**
 * Content with bytes over 127 fails and content in plain ASCII succeeds; or the delivered content goes wrong at the
 * first such byte.
 */
public final class ContentAsText implements CauseFinder {

    private static final int FEWEST = 3;

    @Override
    public String id() {
        return "content-as-text";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        return dies(evidence).or(() -> mangled(evidence));
    }

    private static Optional<Shown> dies(Evidence evidence) {
        List<Step> fragments = evidence.steps(step -> step.is(PacketType.FRAGMENT)
                && Outcomes.sound(step)
                && Content.of(step).isPresent());
        Contrast contrast = Contrast.of(
                fragments, step -> Content.firstOver127(Content.of(step).orElse("")) >= 0);
        boolean all = !contrast.without().isEmpty()
                && contrast.without().stream().allMatch(Outcomes::taken)
                && contrast.refused().size() >= FEWEST
                && contrast.refused().size() == contrast.with().size();
        if (!all) {
            return Optional.empty();
        }
        List<Step> binary = evidence.steps(step -> step.is(PacketType.FRAGMENT)
                && step.flaws().isEmpty()
                && Outcomes.refused(step)
                && Content.of(step).map(Content::firstOver127).orElse(0) >= 0);
        Set<String> explained = evidence.withWake(binary);
        return Shown.by(contrast.shows(), finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    private static Optional<Shown> mangled(Evidence evidence) {
        List<Delivered> binary = Delivered.all(evidence).stream()
                .filter(one -> one.firstOver127() >= 0)
                .toList();
        boolean grown = !binary.isEmpty()
                && binary.stream()
                        .allMatch(one -> one.look().found().length().orElse(0)
                                > one.look().sent().expectedLength());
        boolean all = (binary.size() >= FEWEST || grown)
                && binary.stream().anyMatch(one -> one.firstOver127() > 0)
                && binary.stream()
                        .allMatch(one -> one.look().firstDifference().equals(OptionalLong.of(one.firstOver127()))
                                || one.look().firstDifference().equals(OptionalLong.of(one.firstNoUtf8())));
        return all
                ? Shown.by(
                        binary.stream().map(Delivered::last).toList(),
                        finding -> finding.requirement().startsWith("delivery.")
                                && binary.stream().anyMatch(one -> one.caseId().equals(finding.caseId())))
                : Optional.empty();
    }
}
