package org.bitsconformance.drive.word;

/**
 * What one symbol of a word led to.
 *
 * @param answer what came back, in words that are the same whenever the server does the same
 * @param place where the upload is by all answers up to now, in the terms of the documents
 */
public record Reaction(String answer, String place) {

    /** Whether an answer says that nothing was sent, so that there is nothing to judge. */
    public static boolean nothingSent(String answer) {
        return answer.equals(AbstractAnswer.NOTHING_SENT)
                || answer.equals(AbstractAnswer.NEW_CONNECTION)
                || answer.equals(AbstractAnswer.NOTHING_SEEN);
    }
}
