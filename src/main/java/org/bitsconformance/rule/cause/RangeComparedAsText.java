package org.bitsconformance.rule.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.ContentRange;

/** Fragments are refused for the way in which a valid range is written: leading zeros, letters of the unit, blanks. */
public final class RangeComparedAsText implements CauseFinder {

    @Override
    public String id() {
        return "range-compared-as-text";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> fragments = evidence.steps(step -> step.is(PacketType.FRAGMENT)
                && step.validFragment().isPresent()
                && step.flaws().isEmpty()
                && (Outcomes.sound(step) || oddlyWritten(step)));
        Contrast contrast = Contrast.of(fragments, RangeComparedAsText::oddlyWritten);
        Set<String> explained = evidence.withWake(contrast.refused());
        return contrast.decides()
                ? Shown.by(contrast.shows(), finding -> !finding.ofForm() && explained.contains(finding.exchange()))
                : Optional.empty();
    }

    private static boolean oddlyWritten(Step step) {
        String text = step.request()
                .headers()
                .first(BitsHeaders.CONTENT_RANGE)
                .orElse("");
        return step.validFragment()
                .map(ContentRange::toString)
                .filter(usual -> !usual.equals(text))
                .isPresent();
    }
}
