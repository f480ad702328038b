package org.bitsconformance.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.machine.Alphabet;
import org.bitsconformance.machine.HiddenMemory;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.State;
import org.bitsconformance.machine.Symbol;
import org.bitsconformance.machine.Word;
import org.junit.jupiter.api.Test;

class LearnerTests {

    private static final Alphabet ALPHABET =
            new Alphabet("doors", 1, List.of(symbol("push"), symbol("knock")), List.of());
    private static final LearningLimits WIDE = new LearningLimits(1, 100_000, Duration.ofMinutes(1), 50);

    /** Answers a word by what was sent before its last symbol; the number is how often it has been asked anything. */
    private record Toy(BiFunction<List<String>, Long, String> answers, List<Word> asked) implements Teacher {

        Toy(BiFunction<List<String>, Long, String> answers) {
            this(answers, new ArrayList<>());
        }

        @Override
        public void prepare() {}

        @Override
        public List<Reaction> ask(Word word) {
            asked.add(word);
            List<Reaction> reactions = new ArrayList<>();
            for (int i = 1; i <= word.length(); i++) {
                List<String> sent = word.symbols().subList(0, i);
                reactions.add(new Reaction(
                        answers.apply(sent, (long) asked.size()), sent.contains("push") ? "open" : "shut"));
            }
            return reactions;
        }

        @Override
        public long packets() {
            return asked.stream().mapToLong(Word::length).sum();
        }
    }

    @Test
    void a_machine_is_learned_completely() {
        Machine machine = learn(new Toy((sent, time) -> firstPush(sent) ? "opens" : "stays"), WIDE);

        assertThat(machine.states())
                .containsExactly(new State("s0", List.of(), "none"), new State("s1", List.of("push"), "open"));
        assertThat(machine.transitions()).hasSize(4);
        assertThat(machine.learning().complete()).isTrue();
        assertThat(machine.hidden()).isEmpty();
    }

    @Test
    void hidden_memory_is_found_with_its_shortest_history() {
        Machine machine = learn(
                new Toy((sent, time) -> sent.size() > 3 && sent.subList(0, 3).equals(List.of("push", "knock", "push"))
                        ? "falls"
                        : firstPush(sent) ? "opens" : "stays"),
                new LearningLimits(2, 100_000, Duration.ofMinutes(1), 50));

        assertThat(machine.hidden())
                .contains(new HiddenMemory(
                        "s5", "s1", List.of("push", "knock", "push"), List.of("push"), "falls", "stays"));
    }

    @Test
    void no_word_is_asked_twice_without_need() {
        Toy toy = new Toy((sent, time) -> firstPush(sent) ? "opens" : "stays");

        learn(toy, WIDE);

        assertThat(toy.asked()).doesNotHaveDuplicates();
    }

    @Test
    void a_budget_ends_learning_and_keeps_what_is_known() {
        Toy toy = new Toy((sent, time) -> String.valueOf(Math.min(sent.size(), 30)));

        Machine machine = learn(toy, new LearningLimits(1, 200, Duration.ofMinutes(1), 50));

        assertThat(machine.learning().complete()).isFalse();
        assertThat(machine.learning().reason()).isEqualTo("the budget of 200 packets is used up");
        assertThat(machine.guarantee()).startsWith("Nothing is guaranteed beyond what was driven");
        assertThat(toy.packets()).isLessThan(250);
    }

    @Test
    void an_endless_machine_is_cut_at_the_limit() {
        Machine machine = learn(
                new Toy((sent, time) -> String.valueOf(sent.size())),
                new LearningLimits(1, 100_000, Duration.ofMinutes(1), 5));

        assertThat(machine.learning().reason()).isEqualTo("more than 5 states were found, the limit of --max-states");
        assertThat(machine.learning().complete()).isFalse();
    }

    @Test
    void a_single_different_answer_is_reported_and_the_usual_one_counts() {
        Machine machine = learn(
                new Toy((sent, time) -> time == 3 && sent.size() == 1 ? "creaks" : firstPush(sent) ? "opens" : "stays"),
                WIDE);

        assertThat(machine.learning().complete()).isTrue();
        assertThat(machine.states()).hasSize(2);
        assertThat(machine.unsteady()).hasSize(1).allSatisfy(one -> {
            assertThat(one.word()).hasSize(1);
            assertThat(one.answers()).containsEntry("creaks", 1);
        });
        assertThat(machine.transitions()).noneMatch(one -> one.answer().equals("creaks"));
    }

    @Test
    void a_first_answer_that_never_comes_again_restarts_learning() {
        Machine machine =
                learn(new Toy((sent, time) -> time == 1 ? "creaks" : firstPush(sent) ? "opens" : "stays"), WIDE);

        assertThat(machine.learning().complete()).isTrue();
        assertThat(machine.transitions()).noneMatch(one -> one.answer().equals("creaks"));
        assertThat(machine.unsteady()).isNotEmpty();
    }

    @Test
    void a_server_that_answers_at_random_is_given_up_in_bounded_time() {
        Toy toy = new Toy((sent, time) -> String.valueOf(new Random(time * 31 + sent.size()).nextInt(7)));

        Machine machine = learn(toy, WIDE);

        assertThat(machine.learning().reason())
                .isEqualTo("the server answers the same packets differently at different times");
        assertThat(toy.asked()).hasSizeLessThan(500);
    }

    @Test
    void a_server_that_dies_ends_learning() {
        Toy toy = new Toy((sent, time) -> {
            if (time > 4) {
                throw new LearningEnded("the target no longer answers");
            }
            return "stays";
        });

        assertThat(learn(toy, WIDE).learning().reason()).isEqualTo("the target no longer answers");
    }

    private static Machine learn(Toy toy, LearningLimits limits) {
        return new Learner(toy, ALPHABET, limits, System::nanoTime, (states, packets) -> {}).learn();
    }

    private static boolean firstPush(List<String> sent) {
        return sent.indexOf("push") == sent.size() - 1;
    }

    private static Symbol symbol(String name) {
        return new Symbol(name, "It does", Symbol.Sends.PING, Symbol.Whose.NONE, Optional.empty(), List.of());
    }
}
