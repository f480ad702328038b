package org.bitsconformance.learn;

import java.util.List;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.machine.Word;

/** Answers words: a server, with a fresh connection and a fresh upload for each word. */
public interface Teacher {

    /**
     * Does what has to be done once before the first word.
     *
     * @throws LearningEnded when nothing can be learned
     */
    void prepare();

    /**
     * Drives a word.
     *
     * @return one reaction for each of its symbols
     * @throws LearningEnded when neither this word nor any other can be driven to its end
     */
    List<Reaction> ask(Word word);

    /** Number of requests sent so far. */
    long packets();
}
