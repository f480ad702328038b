package org.bitsconformance.learn;

import de.learnlib.query.DefaultQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.automatalib.automaton.transducer.MealyMachine;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.machine.State;
import org.bitsconformance.machine.Transition;
import org.bitsconformance.machine.Word;

/**
 * Looks beyond the Wp-method at what servers often get wrong: the same packet twice in a row in each state, followed by every packet, and
 * each pair of packets in each state, followed by the rest of an upload. The guarantee does not need these words; they find
 * more than it promises.
 */
final class UsualCourses {

    private final Hypothesis hypothesis;
    private final List<Word> tails;
    private final Map<String, Map<String, Transition>> steps = new HashMap<>();

    /** {@code tails} are the words that follow each pair. */
    UsualCourses(Hypothesis hypothesis, List<Word> tails) {
        this.hypothesis = hypothesis;
        this.tails = tails;
        hypothesis
                .transitions()
                .forEach(one -> steps.computeIfAbsent(one.from(), from -> new HashMap<>())
                        .put(one.symbol(), one));
    }

    /** A word that the server answers differently from the hypothesis; null if there is none, as LearnLib expects. */
    DefaultQuery<String, net.automatalib.word.Word<String>> findCounterexample(
            MealyMachine<?, String, ?, String> mealy) {
        for (Word word : words()) {
            List<String> answers = hypothesis.tree().answers(word).stream()
                    .map(Reaction::answer)
                    .toList();
            net.automatalib.word.Word<String> input = net.automatalib.word.Word.fromList(word.symbols());
            if (!mealy.computeOutput(input).asList().equals(answers)) {
                return new DefaultQuery<>(
                        net.automatalib.word.Word.epsilon(), input, net.automatalib.word.Word.fromList(answers));
            }
        }
        return null;
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        hypothesis.states().forEach(state -> repeats(state, words));
        hypothesis.states().forEach(state -> pairs(state, words));
        return words;
    }

    private void repeats(State state, List<Word> words) {
        for (String symbol : sentIn(state.id())) {
            Word twice = state.word().then(symbol).then(symbol);
            words.add(twice.then(symbol));
            hypothesis.symbols().stream()
                    .filter(other -> !other.equals(symbol))
                    .forEach(other -> words.add(twice.then(other)));
        }
    }

    private void pairs(State state, List<Word> words) {
        for (String first : sentIn(state.id())) {
            String between = steps.get(state.id()).get(first).to();
            for (String second : sentIn(between)) {
                tails.forEach(
                        tail -> words.add(state.word().then(first).then(second).then(tail)));
            }
        }
    }

    /** The symbols for which something is sent in a state. */
    private List<String> sentIn(String state) {
        return hypothesis.symbols().stream()
                .filter(symbol ->
                        !Reaction.nothingSent(steps.get(state).get(symbol).answer()))
                .toList();
    }
}
