package org.bitsconformance.judge.history;

/**
 * A reason that a packet gives a server not to carry it out. A packet with one flaw can be judged by what the documents
 * say about it; one with several may get the answer to any of them.
 */
public enum Flaw {
    /** It is not HTTP, or in a form that no BITS client sends and that HTTP does not simply let a server refuse: open. */
    NOT_HTTP,
    /** Only {@code Content-Length} is missing for it to be HTTP (MC-BUP 2.2.1.1, 3.2.5.2.3). */
    LENGTH_MISSING,
    /** {@code BITS-Packet-Type} is missing or names no packet type (MC-BUP 2.2.1.2; Win32 bits-upload-protocol). */
    PACKET_TYPE_UNKNOWN,
    /** The documents leave open what the driver asks for, such as a destination that already exists: open. */
    OPEN,
    /** It carries no credentials, wrong ones, or those of a user who may not upload (MC-BUP 2.1, 3.2.5.2.3). */
    NOT_PERMITTED,
    /** The packet type is in another case than on the Win32 pages, which is the one that Windows sends: open. */
    PACKET_TYPE_CASE,
    /** A value of over 4 KB (MC-BUP 2.2.1.2). */
    VALUE_TOO_LONG,
    /** {@code BITS-Supported-Protocols} is missing or empty (MC-BUP 2.2.2.2). */
    PROTOCOLS_MISSING,
    /** The list has no existing protocol (MC-BUP 3.2.5.2.4). */
    PROTOCOLS_UNKNOWN,
    /** The list has no existing protocol, and something that is not a GUID (MC-BUP 2.2.2.2, 3.2.5.2.4). */
    PROTOCOLS_MALFORMED,
    /** The list has the known protocol and something that is not a GUID: open. */
    PROTOCOLS_MIXED,
    /** The known protocol is in a list with commas, which MC-BUP allows (2.2.2.2) and the Win32 pages do not. */
    PROTOCOLS_WITH_COMMAS,
    /** The known protocol is in a list with tabs, or with several spaces in a row: open. */
    PROTOCOLS_WITH_OTHER_SPACE,
    /** The known protocol is in a list of more than 100; Windows looks only at the first 100 (MC-BUP note 6): open. */
    PROTOCOLS_OVER_100,
    /** A Create-Session, Close-Session or Cancel-Session with a body (MC-BUP 2.2.2.3, 2.2.8.3, 2.2.10.3). */
    BODY_UNEXPECTED,
    /** A Ping with a body: MC-BUP forbids it (2.2.4.3), and wants every Ping answered 200 (3.2.5.2.5). Open. */
    BODY_ON_PING,
    /** A packet that needs a session names none (MC-BUP 2.2.1.2). */
    SESSION_MISSING,
    /** A session id that the server never gave, in the form of a GUID in braces (MC-BUP 3.2.5.2.3). */
    SESSION_UNKNOWN,
    /** A session id that the server never gave, in another form: unknown and malformed. */
    SESSION_MALFORMED,
    /** The id of a session that the server gave, spelt differently: no document says how to compare ids. Open. */
    SESSION_RESPELT,
    /** The id of a session that the server gave for another URL: no document ties a session to its URL. Open. */
    SESSION_ELSEWHERE,
    /**
     * It was refused at a host that has accepted no packet of the session yet, after the server had named a host other
     * than the one where the session was created (MC-BUP 2.2.3.2). A rule of its own judges whether that host must
     * serve it. Open for all others.
     */
    SESSION_ASTRAY,
    /**
     * It was refused when its session was about as old as the declared time-out, or older (MC-BUP 3.2.2.1). Rules of
     * their own judge whether the server had to keep the session. Open for all others.
     */
    SESSION_OLD,
    /** The session has been closed or cancelled (MC-BUP 3.2.5.2.3; Win32 bits-upload-protocol). */
    SESSION_ENDED,
    /** {@code Content-Range} is missing or not of the form of RFC 2616 14.16 (MC-BUP 2.2.6.1, 3.2.5.2.6). */
    RANGE_INVALID,
    /** The range is longer or shorter than the body (RFC 2616 14.16; MC-BUP 3.2.5.2.6). */
    LENGTH_DIFFERS,
    /** The total differs from that of the fragments before (MC-BUP 2.2.1.2). */
    TOTAL_CHANGED,
    /** A content encoding other than identity: no status is documented. Open. */
    ENCODED
}
