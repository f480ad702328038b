package org.bitsconformance.judge.history;

/** Where a packet went, by what the server said when it created the packet's session (MC-BUP 2.2.3.2). */
public enum HostFollowed {
    /** No host was named. */
    UNNAMED,
    /** To the host that was named. */
    NAMED,
    /** To another host than the one that was named. */
    OTHER
}
