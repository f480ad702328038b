package org.bitsconformance.learn;

import de.learnlib.oracle.MembershipOracle.MealyMembershipOracle;
import de.learnlib.query.Query;
import java.util.Collection;
import java.util.List;
import net.automatalib.word.Word;
import org.bitsconformance.drive.word.Reaction;

/** Answers LearnLib with the server's answers. */
final class WordOracle implements MealyMembershipOracle<String, String> {

    private final AnswerTree tree;

    WordOracle(AnswerTree tree) {
        this.tree = tree;
    }

    @Override
    public void processQueries(Collection<? extends Query<String, Word<String>>> queries) {
        queries.forEach(this::process);
    }

    private void process(Query<String, Word<String>> query) {
        org.bitsconformance.machine.Word word =
                new org.bitsconformance.machine.Word(query.getInput().asList());
        List<String> answers = tree.answers(word).stream().map(Reaction::answer).toList();
        query.answer(Word.fromList(answers.subList(query.getPrefix().length(), answers.size())));
    }
}
