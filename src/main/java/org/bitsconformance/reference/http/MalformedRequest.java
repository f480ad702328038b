package org.bitsconformance.reference.http;

import java.io.Serial;

/** A request that is not HTTP as this server takes it; the connection ends with the status as its last answer. */
public final class MalformedRequest extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final StatusCode status;

    public MalformedRequest(StatusCode status, String message) {
        super(message);
        this.status = status;
    }

    public MalformedRequest(String message) {
        this(StatusCode.BAD_REQUEST, message);
    }

    StatusCode status() {
        return status;
    }
}
