package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.delivering;
import static org.bitsconformance.reference.fault.Deviations.dropping;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.rewriting;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.server.Misbehaviour;

/** Faults below the Ack: in how answers are framed, and in what happens to the connection. */
public enum WireFault implements Fault {
    ACK_AS_HTTP_1_0(Defect.ofSocket(
            "Acks say HTTP/1.0 in their status line", "HTTP/1.0", delivering(When.ALWAYS, Delivery.HTTP_1_0))),

    ACK_LINE_WITHOUT_COLON(Defect.ofSocket(
            "Among the headers of Acks is a line without a colon",
            "a header line without a name",
            delivering(When.ALWAYS, Delivery.NAMELESS_LINE))),

    ACK_CHUNKS_WITHOUT_SIZE(Defect.ofSocket(
            "Acks are chunked, and the size of a chunk is not a number",
            "a chunk without a size",
            rewriting(
                    When.ALWAYS,
                    ack -> ack.answer().without(BitsHeaders.CONTENT_LENGTH).by(Delivery.CHUNKS_WITHOUT_SIZE)))),

    ACK_SENT_TWICE(Defect.ofSocket(
            "Every packet is answered twice", "Content-Length: 0", delivering(When.ALWAYS, Delivery.TWICE))),

    ACK_FOLLOWED_BY_TEXT(Defect.ofSocket(
            "A line of text follows each Ack", "Content-Length: 0", delivering(When.ALWAYS, Delivery.TRAILED))),

    ERROR_LENGTH_TOO_SMALL(Defect.ofSocket(
            "Errors come with a page, of which Content-Length states a part",
            "Content-Length: 10",
            rewriting(When.ERROR, ack -> ack.answer().with(FaultyValues.PAGE).with(BitsHeaders.CONTENT_LENGTH, "10")))),

    ERROR_LENGTH_TOO_LARGE(Defect.ofSocket(
            "Content-Length of errors states a page that never comes, and the connection stays open",
            "0 bytes arrived",
            rewriting(
                    When.ERROR,
                    ack -> ack.answer().with(BitsHeaders.CONTENT_LENGTH, String.valueOf(FaultyValues.PAGE.length()))))),

    FRAGMENT_BODY_LEFT_UNREAD(Defect.ofSocket(
            "The body of a refused Fragment is left unread, and read as the next request",
            "left unread",
            delivering(When.ERROR.and(When.answerTo(PacketType.FRAGMENT)), Delivery.BODY_LEFT))),

    BODIES_LEFT_UNREAD(Defect.ofSocket(
            "Only the body of a Fragment that is accepted is read; any other is read as the next request",
            "left unread",
            delivering(When.accepted(PacketType.FRAGMENT).negate(), Delivery.BODY_LEFT))),

    ERRORS_WITHOUT_LENGTH(Defect.ofSocket(
            "Errors have no length on a connection that stays open",
            "Content-Length",
            dropping(When.ERROR, BitsHeaders.CONTENT_LENGTH))),

    PING_BODY_LEFT_UNREAD(Defect.ofSocket(
            "The body of a Ping is left unread although it is answered, and read as the next request",
            "left unread",
            delivering(When.answerTo(PacketType.PING), Delivery.BODY_LEFT))),

    REFUSED_BODY_LEFT_UNREAD(Defect.ofSocket(
            "The body of a refused Create-Session, Close-Session or Cancel-Session is left unread, and read as the"
                    + " next request",
            "left unread",
            delivering(
                    When.ERROR.and(When.answerTo(PacketType.CREATE_SESSION)
                            .or(When.answerTo(PacketType.CLOSE_SESSION))
                            .or(When.answerTo(PacketType.CANCEL_SESSION))),
                    Delivery.BODY_LEFT))),

    CLOSED_CONNECTION_WAITED_FOR(Defect.ofSocket(
            "One connection is served at a time, and one that its client has closed in the middle of an upload for 3 s"
                    + " more",
            "no answer within",
            lapsing(Misbehaviour.WAITS_FOR_CLOSED_CONNECTIONS))),

    FRAGMENT_HANGS_UP(Defect.ofSocket(
            "The connection is closed after the header of a Fragment, its body unread",
            "Fragment",
            lapsing(Misbehaviour.HANGS_UP_ON_FRAGMENTS))),

    CUT_OFF_FRAGMENT_COUNTED_TWICE(Defect.ofSocket(
            "What arrives of a Fragment that is cut off is kept once and counted twice",
            "BITS-Received-Content-Range",
            lapsing(Misbehaviour.COUNTS_PARTS_TWICE))),

    CUT_OFF_FRAGMENT_LOST(Defect.ofSocket(
            "What arrives of a Fragment that is cut off is counted and not kept",
            "bytes",
            lapsing(Misbehaviour.LOSES_PARTS))),

    CLOSE_STATUS_LINE_WITHOUT_HTTP(Defect.ofSocket(
            "The status line of the answer to Close-Session does not begin with HTTP",
            "is not HTTP",
            delivering(When.answerTo(PacketType.CLOSE_SESSION), Delivery.NO_HTTP))),

    CLOSE_ANSWER_CUT_IN_HEADER(Defect.ofSocket(
            "The answer to Close-Session is cut off in its header, and the connection closed",
            "Close-Session: the connection was closed",
            delivering(When.answerTo(PacketType.CLOSE_SESSION), Delivery.CUT_IN_HEADER))),

    CLOSE_ANSWER_RESET_IN_HEADER(Defect.ofSocket(
            "The answer to Close-Session is cut off in its header, and the connection reset",
            "Close-Session: the connection was reset",
            delivering(When.answerTo(PacketType.CLOSE_SESSION), Delivery.RESET_IN_HEADER))),

    CLOSE_ANSWER_DRIPS(Defect.ofSocket(
            "The answer to Close-Session drips, byte by byte, and never ends",
            "Close-Session: no answer within",
            delivering(When.answerTo(PacketType.CLOSE_SESSION), Delivery.DRIPPING)));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    WireFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }
}
