package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;

/** Whether a packet is accepted depends on the case of its packet type: upper, lower or mixed. */
public final class PacketTypeCase implements CauseFinder {

    @Override
    public String id() {
        return "packet-type-case";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> packets = evidence.steps(step -> step.request().packetType().isPresent()
                && step.flaws().stream().allMatch(Flaw.PACKET_TYPE_CASE::equals)
                && (Outcomes.sound(step) || !step.flaws().isEmpty()));
        return Stream.<Predicate<Step>>of(
                        PacketTypeCase::mixed, step -> !mixed(step), step -> !upper(step), step -> !lower(step))
                .filter(letters -> Contrast.of(packets, letters).decides(1))
                .findFirst()
                .flatMap(letters -> shown(Contrast.of(packets, letters), letters, evidence));
    }

    /** All packets spelt this way are refused for it, whatever else is wrong with them. */
    private static Optional<Shown> shown(Contrast contrast, Predicate<Step> letters, Evidence evidence) {
        Set<String> explained = evidence.withWake(evidence.steps(
                step -> step.request().packetType().isPresent() && letters.test(step) && Outcomes.refused(step)));
        return Shown.by(contrast.shows(), finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    private static boolean mixed(Step step) {
        return !upper(step) && !lower(step);
    }

    private static boolean upper(Step step) {
        return text(step).equals(text(step).toUpperCase(Locale.ROOT));
    }

    private static boolean lower(Step step) {
        return text(step).equals(text(step).toLowerCase(Locale.ROOT));
    }

    private static String text(Step step) {
        return step.request().headers().first(BitsHeaders.PACKET_TYPE).orElse("");
    }
}
