package org.bitsconformance.run;

/**
 * The output of a run cannot be written, for example because the disk is full. The message is one line that says where.
 * The run is incomplete.
 */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutputException(String message) {
        super(message);
    }
}
