package org.bitsconformance.learn;

/** Learning cannot continue; the message says why, as a clause. */
public final class LearningEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LearningEnded(String reason) {
        super(reason);
    }
}
