package org.bitsconformance.report.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.machine.HiddenMemory;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.State;
import org.bitsconformance.machine.Transition;
import org.bitsconformance.result.Verdict;

/**
 * The drawing of a machine. Transitions between the same two states are one edge; those that change nothing are a line
 * in their state, unless they are broken.
 *
 * @param nodes in the order of the states
 * @param edges between different states, and broken ones within a state
 */
record Drawing(List<Node> nodes, List<Edge> edges) {

    /** Maximum number of answers shown at one edge. */
    private static final int MOST_LINES = 6;

    /**
     * A state.
     *
     * @param hidden whether no document has it
     * @param lines its text
     */
    record Node(String id, List<String> lines, boolean hidden) {}

    /**
     * Transitions from one state to another.
     *
     * @param broken whether one of them broke a rule
     * @param lines its text
     */
    record Edge(String from, String to, List<String> lines, boolean broken) {}

    private record Ends(String from, String to, boolean broken) {}

    static Drawing of(Machine machine) {
        Set<String> hidden = machine.hidden().stream().map(HiddenMemory::state).collect(Collectors.toSet());
        List<Node> nodes = machine.states().stream()
                .map(state -> new Node(state.id(), lines(state, machine), hidden.contains(state.id())))
                .toList();
        Map<Ends, List<Transition>> together = new LinkedHashMap<>();
        machine.transitions().stream()
                .filter(one -> !one.from().equals(one.to()) || isBroken(one))
                .forEach(one -> together.computeIfAbsent(
                                new Ends(one.from(), one.to(), isBroken(one)), ends -> new ArrayList<>())
                        .add(one));
        List<Edge> edges = together.entrySet().stream()
                .map(entry -> new Edge(
                        entry.getKey().from(),
                        entry.getKey().to(),
                        lines(entry.getValue()),
                        entry.getKey().broken()))
                .toList();
        return new Drawing(nodes, edges);
    }

    private static boolean isBroken(Transition one) {
        return Verdict.broken(one.verdict());
    }

    private static List<String> lines(State state, Machine machine) {
        String stay = machine.transitions().stream()
                .filter(one -> one.from().equals(state.id()) && one.to().equals(state.id()) && !isBroken(one))
                .map(Transition::symbol)
                .collect(Collectors.joining(", "));
        return Stream.concat(
                        Stream.of(state.id() + ": " + state.documented()),
                        stay.isEmpty() ? Stream.empty() : wrapped("no change: " + stay).stream())
                .toList();
    }

    /** One line for each answer, with all its symbols. */
    private static List<String> lines(List<Transition> transitions) {
        Map<String, List<String>> byAnswer = new LinkedHashMap<>();
        transitions.forEach(one -> byAnswer.computeIfAbsent(one.answer(), answer -> new ArrayList<>())
                .add(one.symbol()));
        List<String> lines = byAnswer.entrySet().stream()
                .flatMap(entry -> wrapped(String.join(", ", entry.getValue()) + ": " + entry.getKey()).stream())
                .toList();
        return lines.size() <= MOST_LINES
                ? lines
                : Stream.concat(lines.stream().limit(MOST_LINES - 1), Stream.of("and more: see the table"))
                        .toList();
    }

    private static final int WIDTH = 36;

    private static List<String> wrapped(String text) {
        return org.apache.commons.text.WordUtils.wrap(text, WIDTH, "\n", false)
                .lines()
                .toList();
    }
}
