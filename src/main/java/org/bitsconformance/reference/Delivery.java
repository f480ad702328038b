package org.bitsconformance.reference;

/** How an answer goes over the wire. */
enum Delivery {
    /** As HTTP/1.1, framed by the answer's own Content-Length. */
    NORMAL,
    /** As HTTP/1.1 without Content-Length, in the chunked transfer coding. */
    CHUNKED,
    /** As HTTP/1.1, but only the first half of the body, and the connection is closed. */
    CUT_SHORT,
    /** Not at all: the connection stays open and silent. */
    NEVER,
    /** Not at all: the connection is reset. */
    RESET,
    /** Not at all: the connection is closed. */
    EMPTY,
    /** As bytes that are not HTTP, and the connection is closed. */
    GARBAGE
}
