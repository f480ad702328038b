package org.bitsconformance.drive.transport;

import java.io.IOException;

/** No connection to the target can be established. */
public final class ConnectException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why there is no connection. */
    public enum Cause {
        NAME_NOT_FOUND,
        REFUSED,
        UNREACHABLE,
        NO_ANSWER,
        ENDED_AT_ONCE,
        /** The handshake failed; the message says how. */
        TLS,
        /** The proxy opens no tunnel; the message says what it did. */
        PROXY,
        /** The proxy asks for credentials; the message has the schemes that it offers. */
        PROXY_CREDENTIALS
    }

    private final Cause kind;
    private final boolean toProxy;

    public ConnectException(Cause kind, String message, IOException cause) {
        this(kind, message, cause, false);
    }

    private ConnectException(Cause kind, String message, Throwable cause, boolean toProxy) {
        super(message, cause);
        this.kind = kind;
        this.toProxy = toProxy;
    }

    /** The same exception, for a connection to a proxy instead of the server. */
    ConnectException ofProxy() {
        return new ConnectException(kind, getMessage(), getCause(), true);
    }

    /** Whether the connection was to a proxy. */
    public boolean toProxy() {
        return toProxy;
    }

    /** Whether it is pointless to try another address of the host, because something answered at this one. */
    boolean last() {
        return kind == Cause.TLS || kind == Cause.PROXY || kind == Cause.PROXY_CREDENTIALS;
    }

    public Cause kind() {
        return kind;
    }
}
