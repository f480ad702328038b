package org.bitsconformance.judge.cause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * The first packet on a new connection is not answered in time, because the server is still busy with another
 * connection: one that is open, or one that the client has closed. In the latter case the next Ping, on yet another
 * connection, also has to wait, but is answered in the end.
 */
public final class OneConnection implements CauseFinder {

    private static final int FEWEST = 2;

    /** A Ping had to wait if it took at least this percentage of the time for which the packet before it waited. */
    private static final int LONG = 10;

    /** This percentage of the answered packets must be answered faster than that. */
    private static final int MOST = 75;

    @Override
    public String id() {
        return "one-connection";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> waiting = evidence.histories().stream()
                .flatMap(history -> waiting(history.steps()).stream())
                .toList();
        boolean otherSilence = evidence.steps().stream().anyMatch(step -> silent(step) && !waiting.contains(step));
        if (waiting.size() < FEWEST || otherSilence || !othersAreFast(evidence.steps(), waiting)) {
            return Optional.empty();
        }
        Set<String> explained = evidence.withWake(waiting);
        return Shown.by(waiting, finding -> !finding.ofForm() && explained.contains(finding.exchange()));
    }

    /** The packets of a case that had to wait for another connection than their own. */
    private static List<Step> waiting(List<Step> steps) {
        List<Step> waiting = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            Step step = steps.get(i);
            Set<String> before = connections(steps.subList(0, i));
            Set<String> later = connections(steps.subList(i + 1, steps.size()));
            later.remove(step.exchange().connection());
            boolean otherOpen = before.stream().anyMatch(later::contains);
            if (silent(step) && step.exchange().requestOnConnection() == 1 && (otherOpen || keptPingWaiting(step))) {
                waiting.add(step);
            }
        }
        return waiting;
    }

    private static Set<String> connections(List<Step> steps) {
        return steps.stream()
                .map(step -> step.exchange().connection())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean silent(Step step) {
        return step.exchange().ending() == Ending.TIMED_OUT
                && step.exchange().answer().isEmpty();
    }

    private static boolean keptPingWaiting(Step silent) {
        return silent.pingAfter()
                .filter(ping -> micros(ping) >= longTime(silent))
                .isPresent();
    }

    /** A server that is slow with everything does not show this cause. */
    private static boolean othersAreFast(List<Step> steps, List<Step> waiting) {
        List<Step> answered =
                steps.stream().filter(step -> step.answer().isPresent()).toList();
        return Contrast.share(answered, step -> micros(step.exchange()) < longTime(waiting.get(0))) >= MOST;
    }

    private static long longTime(Step silent) {
        return micros(silent.exchange()) * LONG / 100;
    }

    /** How long the answer took, or the wait for it, in microseconds. */
    private static long micros(Exchange exchange) {
        return exchange.timing().waitedMicros();
    }
}
