package org.bitsconformance.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.machine.Unsteady;
import org.bitsconformance.machine.Word;

/**
 * Every answer of the server, by the word that it ends. A word is never driven twice without a reason. Each word begins
 * with others that were driven before, so a server that answers the same word differently is soon noticed. The word is
 * then driven a few more times, and the most frequent answer counts.
 */
final class AnswerTree {

    /** How many more times a word is driven after it was answered differently. */
    private static final int VOTES = 4;

    /** Learning ends if the server answers more words than this differently. */
    private static final int MOST_UNSTEADY = 8;

    /** Learning also ends after more different answers than this. */
    private static final int MOST_SURPRISES = 40;

    private final Teacher teacher;
    private final Runnable beforeEach;
    private final Node root = new Node();
    private final Map<Word, Map<String, Integer>> unsteady = new LinkedHashMap<>();
    private long words;
    private int surprises;

    private static final class Node {
        private final Map<String, Edge> edges = new LinkedHashMap<>();
    }

    private static final class Edge {
        private Reaction reaction;
        private Node next = new Node();

        Edge(Reaction reaction) {
            this.reaction = reaction;
        }
    }

    /** {@code beforeEach} runs before each word that is driven, and may end learning. */
    AnswerTree(Teacher teacher, Runnable beforeEach) {
        this.teacher = teacher;
        this.beforeEach = beforeEach;
    }

    /**
     * One reaction for each symbol of a word.
     *
     * @throws AnswerChanged when a word that was answered before is now mostly answered differently
     * @throws LearningEnded when the server answers too many words differently, or learning ends for another reason
     */
    List<Reaction> answers(Word word) {
        Optional<List<Reaction>> known = known(word);
        for (int attempt = 0; known.isEmpty(); attempt++) {
            if (attempt > VOTES) {
                throw tooUnsteady();
            }
            enter(word, drive(word));
            known = known(word);
        }
        return known.get();
    }

    /** The reactions to a word, as far as they are known; empty if not all are. */
    private Optional<List<Reaction>> known(Word word) {
        List<Reaction> reactions = new ArrayList<>();
        Node here = root;
        for (String symbol : word.symbols()) {
            Edge edge = here.edges.get(symbol);
            if (edge == null) {
                return Optional.empty();
            }
            reactions.add(edge.reaction);
            here = edge.next;
        }
        return Optional.of(reactions);
    }

    /** Number of words driven. */
    long words() {
        return words;
    }

    /** The words that were answered differently. */
    List<Unsteady> unsteady() {
        return unsteady.entrySet().stream()
                .map(entry -> new Unsteady(entry.getKey().symbols(), entry.getValue()))
                .toList();
    }

    private List<Reaction> drive(Word word) {
        beforeEach.run();
        words++;
        return teacher.ask(word);
    }

    /** Enters the answers up to the first symbol that was answered differently before. */
    private void enter(Word word, List<Reaction> reactions) {
        Node here = root;
        for (int i = 0; i < word.length(); i++) {
            Reaction reaction = reactions.get(i);
            Edge edge = here.edges.computeIfAbsent(word.symbols().get(i), symbol -> new Edge(reaction));
            if (!edge.reaction.answer().equals(reaction.answer())) {
                settle(new Word(word.symbols().subList(0, i + 1)), edge, reaction);
                return;
            }
            here = edge.next;
        }
    }

    private void settle(Word word, Edge edge, Reaction other) {
        Map<String, Reaction> reactions = new LinkedHashMap<>();
        reactions.put(edge.reaction.answer(), edge.reaction);
        reactions.put(other.answer(), other);
        Map<String, Integer> seen = unsteady.computeIfAbsent(word, first -> new LinkedHashMap<>());
        Map<String, Integer> votes = new LinkedHashMap<>();
        votes.merge(edge.reaction.answer(), 1, Integer::sum);
        votes.merge(other.answer(), 1, Integer::sum);
        surprises++;
        if (unsteady.size() > MOST_UNSTEADY || surprises > MOST_SURPRISES) {
            throw tooUnsteady();
        }
        for (int vote = 0; vote < VOTES; vote++) {
            Reaction again = drive(word).get(word.length() - 1);
            reactions.putIfAbsent(again.answer(), again);
            votes.merge(again.answer(), 1, Integer::sum);
        }
        votes.forEach((answer, count) -> seen.merge(answer, count, Integer::sum));
        String most = votes.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        if (!most.equals(edge.reaction.answer())) {
            edge.reaction = reactions.get(most);
            edge.next = new Node();
            throw new AnswerChanged(word.toString());
        }
    }

    static LearningEnded tooUnsteady() {
        return new LearningEnded("the server answers the same packets differently at different times");
    }
}
