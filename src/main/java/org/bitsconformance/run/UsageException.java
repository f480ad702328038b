package org.bitsconformance.run;

/** The command cannot be carried out as given; the message is one line that says what would be right. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
