package org.bitsconformance.drive.word;

/**
 * The result of one symbol of a word.
 *
 * @param answer what came back, in words that are the same whenever the server does the same
 * @param place where the upload is according to all answers so far, in the documents' terms
 */
public record Reaction(String answer, String place) {

    /** Whether an answer says that nothing was sent, so that there is nothing to judge. */
    public static boolean nothingSent(String answer) {
        return answer.equals(AbstractAnswer.NOTHING_SENT)
                || answer.equals(AbstractAnswer.NEW_CONNECTION)
                || answer.equals(AbstractAnswer.NOTHING_SEEN);
    }
}
