package org.bitsconformance.learn;

/** A word that was answered before is now mostly answered differently, so what was learned from it is discarded. */
final class AnswerChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerChanged(String word) {
        super(word);
    }
}
