package org.bitsconformance.learn;

/** A word that was answered before is mostly answered otherwise, so what was learned from it is begun again. */
final class AnswerChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerChanged(String word) {
        super(word);
    }
}
