package org.bitsconformance.learn;

import java.util.List;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.machine.Word;

/** Who is asked words: a server, over a fresh connection and with a fresh upload each time. */
public interface Teacher {

    /**
     * Does what is to be done once before the first word.
     *
     * @throws LearningEnded when nothing can be learned
     */
    void prepare();

    /**
     * Drives a word.
     *
     * @return one reaction for each of its symbols
     * @throws LearningEnded when it cannot be driven to its end, and no other could
     */
    List<Reaction> ask(Word word);

    /** Number of requests sent up to now. */
    long packets();
}
