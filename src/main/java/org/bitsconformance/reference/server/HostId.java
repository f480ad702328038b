package org.bitsconformance.reference.server;

import org.bitsconformance.reference.Listener;

/**
 * A host at which clients are told to continue (MC-BUP 2.2.3.2).
 *
 * @param host a host name or an address
 * @param fallbackSeconds how long clients try it before they go back, in seconds
 */
public record HostId(String host, long fallbackSeconds) {

    private static final String OWN = "";

    /** A second address of the server itself: it listens on another port too, and names that one. */
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
