package org.bitsconformance.run;

/**
 * What a run that has begun writes cannot be written, such as to a full disk; the message is one line that says where. What the
 * run found is incomplete.
 */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutputException(String message) {
        super(message);
    }
}
