package org.bitsconformance.reference.http;

import org.bitsconformance.reference.SocketFrontEnd;

/** How an answer goes over the wire. All but the first seven need a {@link SocketFrontEnd}. */
public enum Delivery {
    /** As HTTP/1.1, framed by the answer's own Content-Length. */
    NORMAL(After.GOING_ON),
    /** As HTTP/1.1 without Content-Length, in the chunked transfer coding. */
    CHUNKED(After.GOING_ON),
    /** As HTTP/1.1, but only the first half of the body, and the connection is closed. */
    CUT_SHORT(After.CLOSING),
    /** Not at all: the connection stays open and silent. */
    NEVER(After.SILENCE),
    /** Not at all: the connection is reset. */
    RESET(After.RESETTING),
    /** Not at all: the connection is closed. */
    EMPTY(After.CLOSING),
    /** As bytes that are not HTTP, and the connection is closed. */
    GARBAGE(After.CLOSING),
    /** As HTTP/1.0, and the connection is closed. */
    HTTP_1_0(After.CLOSING),
    /** As HTTP/1.1, except for a status line that does not say so, and the connection is closed. */
    NO_HTTP(After.CLOSING),
    /** As HTTP/1.1, except for a line among the headers that has no colon. */
    NAMELESS_LINE(After.GOING_ON),
    /** As HTTP/1.1 in the chunked transfer coding, except for chunks whose size is not a number. */
    CHUNKS_WITHOUT_SIZE(After.CLOSING),
    /** Twice, one after the other. */
    TWICE(After.GOING_ON),
    /** As HTTP/1.1, followed by a line of text. */
    TRAILED(After.GOING_ON),
    /** As HTTP/1.1 up to the middle of the header section, and the connection is closed. */
    CUT_IN_HEADER(After.CLOSING),
    /** As HTTP/1.1 up to the middle of the header section, and the connection is reset. */
    RESET_IN_HEADER(After.RESETTING),
    /** As a header section that comes byte by byte and never ends. */
    DRIPPING(After.DRIPPING),
    /** As HTTP/1.1, but the body of the request stays unread, and is read as the next request. */
    BODY_LEFT(After.UNREADING),
    /** As HTTP/1.1, a second after the request. */
    LATE(After.GOING_ON),
    /** As HTTP/1.1, a few bytes at a time. */
    IN_PIECES(After.GOING_ON),
    /** As HTTP/1.1, after an interim answer 100 that nobody asked for. */
    AFTER_CONTINUE(After.GOING_ON),
    /** As HTTP/1.1, with nothing between the colon of a header and its value. */
    WITHOUT_BLANKS(After.GOING_ON),
    /** As HTTP/1.1, with an empty reason phrase. */
    WITHOUT_REASON(After.GOING_ON),
    /** As HTTP/1.1, and the connection is closed although the answer does not say so. */
    DROPPED(After.DROPPING),
    /** Not at all: the connection stays silent for two seconds, and is then closed. */
    GIVEN_UP(After.SHORT_SILENCE);

    /** What happens to the connection after the bytes of an answer are written. */
    public enum After {
        GOING_ON,
        CLOSING,
        RESETTING,
        /** It is closed, and nothing has announced it. */
        DROPPING,
        /** The server sends nothing more until the client ends it. */
        SILENCE,
        /** The server sends nothing more and closes it after a while. */
        SHORT_SILENCE,
        /** The header continues, byte by byte, until the client ends the connection. */
        DRIPPING,
        /** It continues with the body of the request that was just answered. */
        UNREADING
    }

    private final After after;

    Delivery(After after) {
        this.after = after;
    }

    public After after() {
        return after;
    }
}
