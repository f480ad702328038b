package org.bitsconformance.learn;

import de.learnlib.algorithm.ttt.mealy.TTTLearnerMealy;
import de.learnlib.algorithm.ttt.mealy.TTTLearnerMealyBuilder;
import de.learnlib.oracle.equivalence.MealyWpMethodEQOracle;
import de.learnlib.query.DefaultQuery;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import net.automatalib.alphabet.Alphabets;
import net.automatalib.automaton.transducer.MealyMachine;
import net.automatalib.word.Word;
import org.bitsconformance.machine.Alphabet;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.Symbol;

/**
 * Learns a server as a Mealy machine: TTT makes a hypothesis from the answers to words (Isberner, Howar, Steffen 2014),
 * and the Wp-method looks for a word that the server answers differently (Fujiwara and others 1991), until there is
 * none. Then {@link UsualCourses} look for one.
 */
public final class Learner {

    /** How many times learning starts again because an answer changed. */
    private static final int MOST_RESTARTS = 3;

    private final Teacher teacher;
    private final List<String> symbols;
    private final List<org.bitsconformance.machine.Word> tails;
    private final LearningLimits limits;
    private final LongSupplier nanos;
    private final ObjLongConsumer<Integer> progress;
    private final AnswerTree tree;
    private final long begin;
    private Hypothesis last;
    private IntSupplier found = () -> 0;

    /**
     * Prepares, without asking anything yet.
     *
     * @param nanos a clock, in nanoseconds from any origin; learning begins now
     * @param progress receives the number of states and of packets so far, from time to time
     */
    public Learner(
            Teacher teacher,
            Alphabet alphabet,
            LearningLimits limits,
            LongSupplier nanos,
            ObjLongConsumer<Integer> progress) {
        this.teacher = teacher;
        this.symbols = alphabet.symbols().stream().map(Symbol::name).toList();
        this.tails = alphabet.tails();
        this.limits = limits;
        this.nanos = nanos;
        this.progress = progress;
        this.tree = new AnswerTree(teacher, this::checkLimits);
        this.begin = nanos.getAsLong();
        this.last = Hypothesis.none(symbols, tree);
    }

    /** Learns until there is nothing more to find within the limits, or one of them is reached. */
    public Machine learn() {
        String reason = "";
        try {
            teacher.prepare();
            learnToTheEnd();
        } catch (LearningEnded e) {
            reason = e.getMessage();
        }
        Machine.Learning learning = new Machine.Learning(
                limits.depth(), teacher.packets(), tree.words(), millis(), reason.isEmpty(), reason);
        return last.machine(learning).withHiddenMemory();
    }

    private void learnToTheEnd() {
        for (int restart = 0; restart <= MOST_RESTARTS; restart++) {
            try {
                learnOnce();
                return;
            } catch (AnswerChanged e) {
                last = Hypothesis.none(symbols, tree);
            }
        }
        throw AnswerTree.tooUnsteady();
    }

    private void learnOnce() {
        WordOracle oracle = new WordOracle(tree);
        net.automatalib.alphabet.Alphabet<String> inputs = Alphabets.fromList(symbols);
        TTTLearnerMealy<String, String> learner = new TTTLearnerMealyBuilder<String, String>()
                .withAlphabet(inputs)
                .withOracle(oracle)
                .create();
        MealyWpMethodEQOracle<String, String> searcher = new MealyWpMethodEQOracle<>(oracle, limits.depth());
        found = () -> learner.getHypothesisModel().size();
        learner.startLearning();
        for (; ; ) {
            MealyMachine<?, String, ?, String> hypothesis = learner.getHypothesisModel();
            last = Hypothesis.of(hypothesis, symbols, tree);
            DefaultQuery<String, Word<String>> counterexample = searcher.findCounterExample(hypothesis, inputs);
            if (counterexample == null) {
                counterexample = new UsualCourses(last, tails).findCounterexample(hypothesis);
            }
            if (counterexample == null) {
                return;
            }
            learner.refineHypothesis(counterexample);
        }
    }

    private void checkLimits() {
        progress.accept(found.getAsInt(), teacher.packets());
        if (found.getAsInt() > limits.states()) {
            throw new LearningEnded("more than " + limits.states() + " states were found, the limit of --max-states");
        }
        if (teacher.packets() >= limits.packets()) {
            throw new LearningEnded("the budget of " + limits.packets() + " packets is used up");
        }
        if (millis() >= limits.time().toMillis()) {
            throw new LearningEnded("the budget of " + limits.time().toSeconds() + " s is used up");
        }
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - begin);
    }
}
