package org.bitsconformance.reference.server;

import org.bitsconformance.reference.Listener;

/**
 * A host at which clients should continue (MC-BUP 2.2.3.2).
 *
 * @param host a host name or an address
 * @param fallbackSeconds how long clients try it before they go back, in seconds
 */
public record HostId(String host, long fallbackSeconds) {

    private static final String OWN = "";

    /** The server's own second address: it also listens on another port, and names that one. */
    public static HostId ofSecondPort(long fallbackSeconds) {
        return new HostId(OWN, fallbackSeconds);
    }

    public boolean isOfSecondPort() {
        return host.equals(OWN);
    }

    public HostId at(int port) {
        return new HostId(Listener.ADDRESS + ":" + port, fallbackSeconds);
    }
}
