package org.bitsconformance.wire;

import java.io.IOException;

/** No connection to the target could be established. */
final class ConnectException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Cause {
        NAME_NOT_FOUND,
        REFUSED,
        UNREACHABLE,
        NO_ANSWER,
        ENDED_AT_ONCE,
        TLS
    }

    private final Cause kind;

    ConnectException(Cause kind, String message, IOException cause) {
        super(message, cause);
        this.kind = kind;
    }

    Cause kind() {
        return kind;
    }
}
