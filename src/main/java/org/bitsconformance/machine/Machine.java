package org.bitsconformance.machine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The state machine of a server, as far as it was learned; {@code machine.json} holds it.
 *
 * @param alphabet names of the symbols
 * @param states the first is where every word begins; empty if nothing could be learned
 * @param transitions one for each state and symbol, in the order of both
 * @param learning how it was learned
 * @param hidden states that no document has
 * @param unsteady words that were answered differently at different times
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Machine(
        List<String> alphabet,
        List<State> states,
        List<Transition> transitions,
        @JsonUnwrapped Learning learning,
        List<HiddenMemory> hidden,
        List<Unsteady> unsteady) {

    /**
     * How a machine was learned.
     *
     * @param depth how many more states than the found ones a server may have for the guarantee to hold
     * @param packets number of requests sent
     * @param words number of words driven
     * @param millis how long that took
     * @param complete whether learning came to its end, so that the guarantee holds
     * @param reason why it did not; empty if it did
     */
    public record Learning(int depth, long packets, long words, long millis, boolean complete, String reason) {}

    /** The machine of a server that could not be learned. */
    public static Machine nothing(int depth, String reason) {
        return new Machine(
                List.of(), List.of(), List.of(), new Learning(depth, 0, 0, 0, false, reason), List.of(), List.of());
    }

    /** The state with this id. */
    public Optional<State> state(String id) {
        return states.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The transitions of each state, by state id and symbol. */
    private Map<String, Map<String, Transition>> bySymbol() {
        Map<String, Map<String, Transition>> all = new HashMap<>();
        transitions.forEach(one ->
                all.computeIfAbsent(one.from(), from -> new LinkedHashMap<>()).put(one.symbol(), one));
        return all;
    }

    /** The shortest words that lead over each transition, except those with a left-out answer; shortest first. */
    public List<Word> transitionWords(Predicate<String> leftOut) {
        Map<String, State> byId = states.stream().collect(Collectors.toMap(State::id, Function.identity()));
        return transitions.stream()
                .filter(one -> !leftOut.test(one.answer()))
                .map(one -> byId.get(one.from()).word().then(one.symbol()))
                .sorted((one, other) -> Integer.compare(one.length(), other.length()))
                .toList();
    }

    /**
     * The first difference between two machines.
     *
     * @param word the shortest word with different answers
     * @param answer to its last symbol, by this machine
     * @param other the answer by the other one
     */
    public record Difference(Word word, String answer, String other) {}

    /** The shortest word over the shared symbols that another machine answers differently; empty if there is none. */
    public Optional<Difference> differenceFrom(Machine other) {
        if (states.isEmpty() || other.states.isEmpty()) {
            return Optional.empty();
        }
        List<String> shared = alphabet.stream().filter(other.alphabet::contains).toList();
        return difference(new Pair(states.get(0).id(), other.states.get(0).id(), Word.EMPTY), other.bySymbol(), shared);
    }

    /** The shortest word that is answered differently in two states; empty if there is none. */
    public Optional<Difference> difference(State one, State other) {
        return difference(new Pair(one.id(), other.id(), Word.EMPTY), bySymbol(), alphabet);
    }

    /** Two machines' states after the same word. */
    private record Pair(String own, String other, Word word) {}

    private Optional<Difference> difference(
            Pair begin, Map<String, Map<String, Transition>> other, List<String> symbols) {
        Map<String, Map<String, Transition>> own = bySymbol();
        Deque<Pair> ahead = new ArrayDeque<>(List.of(begin));
        Set<String> seen = new HashSet<>(Set.of(begin.own + " " + begin.other));
        while (!ahead.isEmpty()) {
            Pair here = ahead.remove();
            for (String symbol : symbols) {
                Optional<Transition> left = step(own, here.own, symbol);
                Optional<Transition> right = step(other, here.other, symbol);
                if (left.isEmpty() || right.isEmpty()) {
                    continue;
                }
                Word word = here.word.then(symbol);
                if (!left.get().answer().equals(right.get().answer())) {
                    return Optional.of(new Difference(
                            word, left.get().answer(), right.get().answer()));
                }
                Pair next = new Pair(left.get().to(), right.get().to(), word);
                if (seen.add(next.own + " " + next.other)) {
                    ahead.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Transition> step(Map<String, Map<String, Transition>> of, String state, String symbol) {
        return Optional.ofNullable(of.getOrDefault(state, Map.of()).get(symbol));
    }

    /** A copy with the states that no document has. */
    public Machine withHiddenMemory() {
        List<HiddenMemory> found = new ArrayList<>();
        Map<String, State> first = new HashMap<>();
        for (State state : states) {
            State like = first.putIfAbsent(state.documented(), state);
            if (like != null) {
                difference(state, like)
                        .ifPresent(by -> found.add(new HiddenMemory(
                                state.id(), like.id(), state.access(), by.word().symbols(), by.answer(), by.other())));
            }
        }
        return new Machine(alphabet, states, transitions, learning, List.copyOf(found), unsteady);
    }

    /** A copy with a verdict for each transition, which a function gives for its word. */
    public Machine judged(Function<Word, String> verdict) {
        Map<String, State> byId = states.stream().collect(Collectors.toMap(State::id, Function.identity()));
        return new Machine(
                alphabet,
                states,
                transitions.stream()
                        .map(one -> one.judged(
                                verdict.apply(byId.get(one.from()).word().then(one.symbol()))))
                        .toList(),
                learning,
                hidden,
                unsteady);
    }

    /** The guarantee, in a sentence. */
    public String guarantee() {
        boolean one = states.size() == 1;
        String found = states.size() + (one ? " state" : " states");
        return learning.complete
                ? "Over these " + alphabet.size() + " symbols the server has no other behaviour than that of the "
                        + found + " found, unless it has more than " + (states.size() + learning.depth) + " states."
                : "Nothing is guaranteed beyond what was driven: " + learning.reason + ". Up to then " + found
                        + (one ? " was found." : " were found.");
    }
}
