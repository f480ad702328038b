package org.bitsconformance.judge.cause;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;

/** Every error has the same status, whatever is wrong. */
public final class OneStatusForErrors implements CauseFinder {

    private static final int FEWEST = 5;
    private static final int FEWEST_REASONS = 3;
    private static final List<Set<Flaw>> REASONS = List.of(
            EnumSet.of(Flaw.PROTOCOLS_MISSING, Flaw.PROTOCOLS_UNKNOWN, Flaw.PROTOCOLS_MALFORMED),
            EnumSet.of(Flaw.SESSION_MISSING, Flaw.SESSION_UNKNOWN, Flaw.SESSION_MALFORMED, Flaw.SESSION_ENDED),
            EnumSet.of(Flaw.RANGE_INVALID, Flaw.LENGTH_DIFFERS, Flaw.TOTAL_CHANGED),
            EnumSet.of(Flaw.PACKET_TYPE_UNKNOWN),
            EnumSet.of(Flaw.VALUE_TOO_LONG, Flaw.BODY_UNEXPECTED));

    @Override
    public String id() {
        return "one-status-for-errors";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> errors = evidence.steps(Outcomes::error);
        long statuses = errors.stream()
                .map(step -> step.ack().orElseThrow().status())
                .distinct()
                .count();
        List<Step> forReasons = REASONS.stream()
                .flatMap(reason -> errors.stream()
                        .filter(step -> step.flaws().size() == 1 && reason.containsAll(step.flaws()))
                        .limit(1))
                .toList();
        if (errors.size() < FEWEST || statuses != 1 || forReasons.size() < FEWEST_REASONS) {
            return Optional.empty();
        }
        Set<String> flawed = Shown.ids(
                errors.stream().filter(step -> !step.flaws().isEmpty()).toList());
        return Shown.by(
                forReasons,
                finding -> !finding.ofForm()
                        && finding.actual().startsWith("HTTP/")
                        && flawed.contains(finding.exchange()));
    }
}
