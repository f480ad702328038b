package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.ContentRange;

/**
 * Fragments are refused because of how a valid range is written (leading zeros, case of the unit), or because its
 * numbers are in order as numbers but not as text.
 */
public final class RangeComparedAsText implements CauseFinder {

    @Override
    public String id() {
        return "range-compared-as-text";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        return Stream.<Predicate<Step>>of(
                        RangeComparedAsText::oddlyWritten,
                        RangeComparedAsText::hasOtherUnit,
                        step -> oddlyWritten(step) && !hasOtherUnit(step),
                        step -> !inOrder(step, ContentRange::first, ContentRange::last),
                        step -> !inOrder(step, ContentRange::last, ContentRange::total),
                        step -> !inOrder(step, ContentRange::first, ContentRange::last)
                                || !inOrder(step, ContentRange::last, ContentRange::total))
                .filter(feature -> contrast(evidence, feature).decides())
                .findFirst()
                .flatMap(feature -> {
                    Contrast contrast = contrast(evidence, feature);
                    Set<String> explained = evidence.withWake(evidence.steps(step -> step.is(PacketType.FRAGMENT)
                            && step.flaws().isEmpty()
                            && feature.test(step)
                            && Outcomes.refused(step)));
                    return Shown.by(
                            contrast.shows(), finding -> !finding.ofForm() && explained.contains(finding.exchange()));
                });
    }

    private static Contrast contrast(Evidence evidence, Predicate<Step> feature) {
        List<Step> fragments = evidence.steps(step -> step.is(PacketType.FRAGMENT) && Outcomes.sound(step));
        return Contrast.of(fragments, feature);
    }

    private static boolean oddlyWritten(Step step) {
        return step.validFragment()
                .map(ContentRange::toString)
                .filter(usual -> !usual.equals(text(step)))
                .isPresent();
    }

    private static boolean hasOtherUnit(Step step) {
        return !text(step).startsWith("bytes");
    }

    private static String text(Step step) {
        return step.request().headers().first(BitsHeaders.CONTENT_RANGE).orElse("");
    }

    /** Whether one number of the range is less than or equal to another as text too; as text, 1000 comes before 999. */
    private static boolean inOrder(
            Step step, Function<ContentRange, Long> smaller, Function<ContentRange, Long> larger) {
        return step.validFragment()
                .filter(range ->
                        String.valueOf(smaller.apply(range)).compareTo(String.valueOf(larger.apply(range))) <= 0)
                .isPresent();
    }
}
