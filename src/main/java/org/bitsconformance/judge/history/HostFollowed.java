package org.bitsconformance.judge.history;

/** Where a packet went, compared with the host that the server named when it created the session (MC-BUP 2.2.3.2). */
public enum HostFollowed {
    /** The server named no host. */
    UNNAMED,
    /** To the named host. */
    NAMED,
    /** To another host than the named one. */
    OTHER
}
