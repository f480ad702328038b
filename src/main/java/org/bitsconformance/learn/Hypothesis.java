package org.bitsconformance.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.automatalib.automaton.transducer.MealyMachine;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.State;
import org.bitsconformance.machine.Transition;
import org.bitsconformance.machine.Word;

/**
 * The current hypothesis about the server, copied because LearnLib changes its own. States are numbered in the order in
 * which the shortest words reach them.
 */
record Hypothesis(List<String> symbols, List<State> states, List<Transition> transitions, AnswerTree tree) {

    /** The hypothesis before anything is known. */
    static Hypothesis none(List<String> symbols, AnswerTree tree) {
        return new Hypothesis(symbols, List.of(), List.of(), tree);
    }

    static <S, T> Hypothesis of(MealyMachine<S, String, T, String> mealy, List<String> symbols, AnswerTree tree) {
        Map<S, State> states = new LinkedHashMap<>();
        List<Transition> transitions = new ArrayList<>();
        Deque<S> ahead = new ArrayDeque<>();
        S initial = mealy.getInitialState();
        states.put(initial, state(0, Word.EMPTY, tree));
        ahead.add(initial);
        while (!ahead.isEmpty()) {
            S here = ahead.remove();
            State from = states.get(here);
            for (String symbol : symbols) {
                S next = mealy.getSuccessor(here, symbol);
                if (!states.containsKey(next)) {
                    states.put(next, state(states.size(), from.word().then(symbol), tree));
                    ahead.add(next);
                }
                transitions.add(new Transition(
                        from.id(),
                        symbol,
                        mealy.getOutput(here, symbol),
                        states.get(next).id(),
                        ""));
            }
        }
        return new Hypothesis(symbols, List.copyOf(states.values()), List.copyOf(transitions), tree);
    }

    private static State state(int number, Word access, AnswerTree tree) {
        List<Reaction> reactions = tree.answers(access);
        String place = reactions.isEmpty()
                ? "none"
                : reactions.get(reactions.size() - 1).place();
        return new State("s" + number, access.symbols(), place);
    }

    Machine machine(Machine.Learning learning) {
        return new Machine(symbols, states, transitions, learning, List.of(), tree.unsteady());
    }
}
