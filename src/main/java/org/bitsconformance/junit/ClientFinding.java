package org.bitsconformance.junit;

/**
 * What a client did that a requirement does not allow.
 *
 * @param requirement id of the requirement, for the command {@code explain}
 * @param statement what it asks, in a sentence
 * @param writtenIn the sections that say so
 * @param message what the client did, in a sentence
 * @param expected what should have been seen
 * @param actual what was seen; may contain text from the client
 * @param binding whether a client that does this is not conformant; otherwise it breaks a SHOULD
 */
public record ClientFinding(
        String requirement,
        String statement,
        String writtenIn,
        String message,
        String expected,
        String actual,
        boolean binding) {

    /** In a few lines. */
    @Override
    public String toString() {
        return """
                %s
                  requirement %s (%s)
                  %s
                  expected: %s
                  actual:   %s""".formatted(message, requirement, writtenIn, statement, expected, actual);
    }
}
