package org.bitsconformance.target;

/** The description of a target cannot be used; the message is one line that says what would be right. */
public final class TargetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }
}
