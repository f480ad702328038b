package org.bitsconformance.judge.history;

/**
 * A reason that a packet gives a server not to carry it out. A packet with one reason can be judged by what the documents
 * say about it; one with several may get the answer to any of them.
 */
public enum Flaw {
    /** It is not HTTP, or in a form that no BITS client sends and that is not merely refusable: open. */
    NOT_HTTP,
    /** Nothing but {@code Content-Length} is missing for it to be HTTP (MC-BUP 2.2.1.1, 3.2.5.2.3). */
    LENGTH_MISSING,
    /** {@code BITS-Packet-Type} is missing or names no packet (MC-BUP 2.2.1.2; Win32 bits-upload-protocol). */
    PACKET_TYPE_UNKNOWN,
    /** What the driver asks for is left open by the documents, such as a destination that exists already: open. */
    OPEN,
    /**
     * It goes out with no credentials, with wrong ones, or with those of a user who may not upload (MC-BUP 2.1,
     * 3.2.5.2.3).
     */
    NOT_PERMITTED,
    /** The packet type is in another case than the Win32 pages have it, which is the one that Windows sends: open. */
    PACKET_TYPE_CASE,
    /** A value of over 4 KB (MC-BUP 2.2.1.2). */
    VALUE_TOO_LONG,
    /** {@code BITS-Supported-Protocols} is missing or names nothing (MC-BUP 2.2.2.2). */
    PROTOCOLS_MISSING,
    /** Nothing in the list is a protocol that exists (MC-BUP 3.2.5.2.4). */
    PROTOCOLS_UNKNOWN,
    /** Nothing in the list is a protocol that exists, and something is not a GUID (MC-BUP 2.2.2.2, 3.2.5.2.4). */
    PROTOCOLS_MALFORMED,
    /** The list has the known protocol and something that is not a GUID: open. */
    PROTOCOLS_MIXED,
    /** The known protocol is in a list with commas, which MC-BUP allows (2.2.2.2) and the Win32 pages do not. */
    PROTOCOLS_WITH_COMMAS,
    /** The known protocol is in a list with tabs, or several blanks in a row: open. */
    PROTOCOLS_WITH_OTHER_SPACE,
    /** The known protocol is in a list of more than 100, all that Windows looks at (MC-BUP note 6): open. */
    PROTOCOLS_OVER_100,
    /** A Create-Session, Close-Session or Cancel-Session with a body (MC-BUP 2.2.2.3, 2.2.8.3, 2.2.10.3). */
    BODY_UNEXPECTED,
    /** A Ping with a body: MC-BUP rules it out (2.2.4.3), and wants every Ping answered 200 (3.2.5.2.5). Open. */
    BODY_ON_PING,
    /** A packet that belongs to a session names none (MC-BUP 2.2.1.2). */
    SESSION_MISSING,
    /** A session id that the server never gave, in the form of a GUID in braces (MC-BUP 3.2.5.2.3). */
    SESSION_UNKNOWN,
    /** A session id that the server never gave, in another form: unknown and malformed. */
    SESSION_MALFORMED,
    /** The id of a session that the server gave, not spelt as it was given: no document says how ids are compared. Open. */
    SESSION_RESPELT,
    /** The id of a session that the server gave for another URL: no document ties a session to its URL. Open. */
    SESSION_ELSEWHERE,
    /**
     * It was refused at a host that has taken no packet of the session yet, where the server had named another host than
     * the one that the session was created at (MC-BUP 2.2.3.2): its own rule judges whether that host has to serve
     * it. Open for all others.
     */
    SESSION_ASTRAY,
    /**
     * It was refused when its session was about as old as the declared time-out, or older (MC-BUP 3.2.2.1): rules of their
     * own judge whether the session was to be kept. Open for all others.
     */
    SESSION_OLD,
    /** The session has been closed or cancelled (MC-BUP 3.2.5.2.3; Win32 bits-upload-protocol). */
    SESSION_ENDED,
    /** {@code Content-Range} is missing or not of the form of RFC 2616 14.16 (MC-BUP 2.2.6.1, 3.2.5.2.6). */
    RANGE_INVALID,
    /** The range is longer or shorter than the body (RFC 2616 14.16; MC-BUP 3.2.5.2.6). */
    LENGTH_DIFFERS,
    /** The total is another than that of the fragments before (MC-BUP 2.2.1.2). */
    TOTAL_CHANGED,
    /** A content encoding other than identity: no status is documented. Open. */
    ENCODED
}
