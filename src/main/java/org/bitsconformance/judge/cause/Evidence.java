package org.bitsconformance.judge.cause;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;

/** Everything that a run has shown: its cases, drive by drive, and the final broken findings. */
public final class Evidence {

    private final List<CaseHistory> histories;
    private final List<Step> steps;
    private final List<Broken> broken;
    private final Map<String, List<Broken>> byExchange;
    private final Map<String, String> createdOn = new HashMap<>();

    /**
     * @param histories each drive of each case, in driving order
     * @param broken the findings that something is broken
     */
    public Evidence(List<CaseHistory> histories, List<Broken> broken) {
        this.histories = List.copyOf(histories);
        this.steps =
                histories.stream().flatMap(history -> history.steps().stream()).toList();
        this.broken = List.copyOf(broken);
        this.byExchange = broken.stream().collect(Collectors.groupingBy(Broken::exchange));
        histories.forEach(this::noteConnections);
    }

    private void noteConnections(CaseHistory history) {
        Map<Integer, String> connections = new HashMap<>();
        for (Step step : history.steps()) {
            int session = step.exchange().session();
            if (step.is(PacketType.CREATE_SESSION) && Outcomes.taken(step)) {
                connections.put(session, step.exchange().connection());
            } else if (connections.containsKey(session)) {
                createdOn.put(step.exchange().id(), connections.get(session));
            }
        }
    }

    public List<CaseHistory> histories() {
        return histories;
    }

    /** Every packet that is judged, in order. */
    public List<Step> steps() {
        return steps;
    }

    /** The packets of a kind, in order. */
    public List<Step> steps(Predicate<Step> which) {
        return steps.stream().filter(which).toList();
    }

    /** The connection on which a packet's session was created; empty if unknown. */
    Optional<String> createdOn(Step step) {
        return Optional.ofNullable(createdOn.get(step.exchange().id()));
    }

    /** The findings. */
    public List<Broken> broken() {
        return broken;
    }

    /** Whether there is a broken finding about a packet that matches. */
    public boolean broken(Step step, Predicate<Broken> which) {
        return byExchange.getOrDefault(step.exchange().id(), List.of()).stream().anyMatch(which);
    }

    /** The ids of these packets and of all later packets in their sessions, which may fail as a consequence. */
    public Set<String> withWake(Collection<Step> some) {
        Set<String> ids = new LinkedHashSet<>(Shown.ids(some));
        for (CaseHistory history : histories) {
            Map<Integer, Boolean> begun = new HashMap<>();
            for (Step step : history.steps()) {
                int session = step.exchange().session();
                if (ids.contains(step.exchange().id())) {
                    begun.put(session, true);
                } else if (begun.getOrDefault(session, false)) {
                    ids.add(step.exchange().id());
                }
            }
        }
        return ids;
    }
}
