package org.bitsconformance.reference;

/** The reference server cannot start; the message says why in one line. */
public final class ReferenceServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReferenceServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
