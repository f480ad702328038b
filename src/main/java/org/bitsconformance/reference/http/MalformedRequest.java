package org.bitsconformance.reference.http;

import java.io.Serial;

/** A request that is not HTTP as this server takes it; the connection ends with the status as its last answer. */
public final class MalformedRequest extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Status status;

    public MalformedRequest(Status status, String message) {
        super(message);
        this.status = status;
    }

    public MalformedRequest(String message) {
        this(Status.BAD_REQUEST, message);
    }

    Status status() {
        return status;
    }
}
