package org.bitsconformance.reference;

import java.io.Serial;

/** A request that is not HTTP as this server takes it; the connection ends with the status as its last answer. */
final class MalformedRequest extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Status status;

    MalformedRequest(Status status, String message) {
        super(message);
        this.status = status;
    }

    MalformedRequest(String message) {
        this(Status.BAD_REQUEST, message);
    }

    Status status() {
        return status;
    }
}
