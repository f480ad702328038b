package org.bitsconformance.reference.http;

import java.io.Serial;

/** A request that this server does not accept as HTTP; the connection ends after an answer with this status. */
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
