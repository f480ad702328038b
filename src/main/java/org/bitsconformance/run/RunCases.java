package org.bitsconformance.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.LearnedCases;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.result.SelectedCase;

/** The selected cases of a run, by their ids, and the order in which they are driven. */
public final class RunCases {

    private final Map<String, SelectedCase> byId = new LinkedHashMap<>();
    private final Order order;

    RunCases(RunSetup.Cases cases) {
        cases.all().forEach(one -> byId.put(one.id(), one));
        this.order = cases.order();
    }

    /** The order in which to drive the cases. */
    public Order order() {
        return order;
    }

    /** A selected case. */
    SelectedCase get(String id) {
        return byId.get(id);
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    boolean hasAnyOf(String scenario) {
        return byId.values().stream().anyMatch(one -> one.scenario().equals(scenario));
    }

    /** How many cases of each scenario to drive, by the scenario's id. */
    public Map<String, Integer> ofScenarios() {
        return byId.values().stream().collect(Collectors.toMap(SelectedCase::scenario, one -> 1, Integer::sum));
    }

    /** The words to drive, in the order of the run; none if no words were selected. */
    List<Case> learned() {
        List<Case> words = byId.values().stream()
                .filter(one -> one.scenario().equals(LearnedCases.SCENARIO))
                .map(one -> new Case(one.id(), one.scenario(), one.parameters()))
                .collect(Collectors.toCollection(ArrayList::new));
        order.arrange(words, LearnedCases.SCENARIO);
        return words;
    }
}
