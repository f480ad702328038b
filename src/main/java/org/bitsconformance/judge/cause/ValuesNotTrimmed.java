package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;

/** Packets are refused if there are spaces around the values of their header fields, and accepted without. */
public final class ValuesNotTrimmed implements CauseFinder {

    private static final Pattern PADDED = Pattern.compile(
            "(?im)^(BITS-[A-Za-z-]+|Content-Range):(?:(?:[ \\t]{2,}|\\t)\\S|[^\\r\\n]*\\S[ \\t]+\\r?$)");
    private static final Pattern HEADER_END = Pattern.compile("\r\n\r\n");

    @Override
    public String id() {
        return "values-not-trimmed";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> padded = evidence.steps(
                step -> padded(step) && step.request().packetType().isPresent());
        Set<Optional<PacketType>> kinds =
                padded.stream().map(step -> step.request().packetType()).collect(Collectors.toSet());
        List<Step> comparable = evidence.steps(
                step -> kinds.contains(step.request().packetType()) && (padded(step) || Outcomes.sound(step)));
        Contrast contrast = Contrast.of(comparable, ValuesNotTrimmed::padded);
        Set<String> explained = evidence.withWake(contrast.refused());
        return contrast.decides()
                ? Shown.by(contrast.shows(), finding -> !finding.ofForm() && explained.contains(finding.exchange()))
                : Optional.empty();
    }

    private static boolean padded(Step step) {
        String text = step.exchange().request().text();
        String head = HEADER_END.split(text, 2)[0];
        return PADDED.matcher(head).find();
    }
}
