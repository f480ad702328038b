package org.bitsconformance.run;

/** What the user asked for cannot be done; the message is one line that says what would be right. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
