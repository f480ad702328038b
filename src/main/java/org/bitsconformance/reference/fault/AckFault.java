package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.answering;
import static org.bitsconformance.reference.fault.Deviations.delivering;
import static org.bitsconformance.reference.fault.Deviations.dropping;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.overlooking;
import static org.bitsconformance.reference.fault.Deviations.refusing;
import static org.bitsconformance.reference.fault.Deviations.renaming;
import static org.bitsconformance.reference.fault.Deviations.rewriting;
import static org.bitsconformance.reference.fault.Deviations.setting;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Ack;
import org.bitsconformance.reference.server.CombinedConduct;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.ProtocolOffer;
import org.bitsconformance.reference.server.Refusal;

/** Faults that show in every Ack, in Acks of errors, or in Acks to Ping. */
public enum AckFault implements Fault {
    ACK_PACKET_TYPE_MISSING(
            "Acks do not say what kind of packet they are",
            "BITS-Packet-Type",
            dropping(When.ALWAYS, BitsHeaders.PACKET_TYPE)),

    ACK_PACKET_TYPE_WRONG(
            "Acks call themselves Response",
            "BITS-Packet-Type",
            setting(When.ALWAYS, BitsHeaders.PACKET_TYPE, "Response")),

    ACK_PACKET_TYPE_MISSPELT(
            "The packet type of Acks is in a header named Bits-Package-Type",
            "BITS-Packet-Type",
            renaming(BitsHeaders.PACKET_TYPE, "Bits-Package-Type")),

    ACK_CONTENT_LENGTH_MISSING(
            "Acks have no Content-Length; an empty chunked body frames them",
            "Content-Length",
            rewriting(
                    When.ALWAYS,
                    ack -> ack.answer().without(BitsHeaders.CONTENT_LENGTH).by(Delivery.CHUNKED))),

    ACK_HTML_BODY(
            "Errors come with a page of HTML",
            "body",
            rewriting(
                    When.ERROR,
                    ack -> ack.answer().with("Content-Type", "text/html").with(FaultyValues.PAGE))),

    ERRORS_ARE_PAGES(
            "Errors are pages of the HTTP server, without any BITS field",
            "BITS-Packet-Type",
            rewriting(When.ERROR, FaultyValues::pageWithoutAck)),

    EXCEPTIONS_ANSWERED_500(
            "A packet that lacks a header, or has one that cannot be read, is answered 500 without an Ack",
            "500",
            rewriting(failingToRead(), ack -> ServerAnswer.empty(StatusCode.INTERNAL_SERVER_ERROR))),

    EXCEPTIONS_DROP_CONNECTION(Defect.outsideMessages(
            "The connection is dropped at a packet that lacks a header, or has one that cannot be read",
            "There was no answer",
            delivering(failingToRead(), Delivery.EMPTY))),

    ERRORS_ANSWERED_500(
            "Every error has the status 500, whatever is wrong",
            "500",
            new CombinedConduct(List.of(
                    answering(
                            ack -> ack.answer().status() == StatusCode.RANGE_NOT_SATISFIABLE,
                            StatusCode.INTERNAL_SERVER_ERROR,
                            Hresult.E_INVALIDARG),
                    answering(When.ERROR, StatusCode.INTERNAL_SERVER_ERROR)))),

    ACK_HEADER_TOO_LONG(
            "Acks have a header of 5000 characters", "4 KB", setting(When.ALWAYS, "X-Trace", "t".repeat(5000))),

    UNKNOWN_PACKET_TYPE_ACCEPTED(
            "A packet of an unknown type, or of none, is accepted", "400", overlooking(Refusal.PACKET_TYPE_UNKNOWN)),

    PING_ANSWERED_404(
            "Ping is answered 404",
            "404",
            answering(When.accepted(PacketType.PING), StatusCode.NOT_FOUND, Hresult.E_INVALIDARG)),

    ERROR_CODE_MISSING(
            "Errors come without their HRESULT",
            "BITS-Error",
            rewriting(When.CODED_ERROR, FaultyValues::withoutErrorCode)),

    ERROR_CODE_ON_SUCCESS(
            "Success comes with an HRESULT", "BITS-Error", rewriting(When.SUCCESS, FaultyValues::withErrorCode)),

    ERROR_CODE_SAYS_SUCCESS(
            "The HRESULT of every error is 0x1, which means success",
            "BITS-Error",
            rewriting(When.CODED_ERROR, FaultyValues::withErrorOfSuccess)),

    ERROR_CODE_NOT_HEXADECIMAL(
            "The HRESULT of errors is in words",
            "BITS-Error",
            rewriting(When.CODED_ERROR, FaultyValues::withErrorInWords)),

    ERROR_CONTEXT_MISSING(
            "Errors come without their context",
            "BITS-Error-Context",
            dropping(When.CODED_ERROR, BitsHeaders.ERROR_CONTEXT)),

    ERROR_CONTEXT_ON_SUCCESS(
            "Success comes with an error context",
            "BITS-Error-Context",
            setting(When.SUCCESS, BitsHeaders.ERROR_CONTEXT, ErrorContext.SERVER.hex())),

    ERROR_CONTEXT_UNKNOWN(
            "Errors have a context that is neither the server nor the application",
            "BITS-Error-Context",
            setting(When.CODED_ERROR, BitsHeaders.ERROR_CONTEXT, "0x3")),

    PACKET_TYPES_IN_UPPER_CASE_ONLY(
            "Packet types are accepted only in upper case",
            "400",
            refusing(
                    Packets.naming(BitsHeaders.PACKET_TYPE, type -> !type.equals(type.toUpperCase(Locale.ROOT))),
                    Refusal.PACKET_TYPE_UNKNOWN)),

    VALUES_NOT_TRIMMED(Defect.ofSocket(
            "Spaces around a value are treated as part of it",
            "Create-Session",
            lapsing(Misbehaviour.KEEPS_BLANKS_AROUND_VALUES))),

    UNKNOWN_PACKET_TYPE_IN_SESSION_ACCEPTED(
            "A packet of an unknown type, or of none, is accepted if it names a session",
            "400",
            overlooking(
                    Refusal.PACKET_TYPE_UNKNOWN, exchange -> exchange.session().isPresent())),

    UNKNOWN_PACKET_TYPE_ANSWERED_401(
            "A packet of an unknown type, or of none, is answered 401, although nobody is asked for credentials",
            "401",
            answering(When.refusedFor(Refusal.PACKET_TYPE_UNKNOWN), StatusCode.UNAUTHORIZED)),

    UNKNOWN_PACKET_TYPE_ANSWERED_500(
            "A packet of an unknown type, or of none, is answered 500",
            "400",
            answering(When.refusedFor(Refusal.PACKET_TYPE_UNKNOWN), StatusCode.INTERNAL_SERVER_ERROR)),

    ACK_BODY_CUT_SHORT(
            "Errors come with half a page, of which Content-Length states the whole, and the connection ends",
            "Content-Length",
            rewriting(When.ERROR, ack -> ack.answer().with(FaultyValues.PAGE).by(Delivery.CUT_SHORT))),

    HEADER_TOO_LONG_ACCEPTED("Headers over 4 KB are accepted", "400", overlooking(Refusal.HEADER_TOO_LONG)),

    MISSING_CONTENT_LENGTH_ACCEPTED(
            "Packets without Content-Length are accepted", "400 or 411", overlooking(Refusal.NO_LENGTH)),

    UNEXPECTED_BODY_IGNORED("A body is ignored where none belongs", "400", overlooking(Refusal.BODY_UNEXPECTED)),

    ERROR_CODE_UNSPECIFIC(
            "Invalid packets are answered with 0x80004005, which says nothing about what is wrong",
            "0x80070057",
            rewriting(
                    When.ERROR.and(ack -> ack.answer().status() == StatusCode.BAD_REQUEST),
                    FaultyValues::withUnspecificError)),

    ERROR_CONTEXT_OF_APPLICATION(
            "Errors that the server finds itself are blamed on the server application",
            "BITS-Error-Context",
            setting(When.CODED_ERROR, BitsHeaders.ERROR_CONTEXT, ErrorContext.REMOTE_APPLICATION.hex()));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    AckFault(String title, String tellTale, Conduct conduct) {
        this(new Defect(title, tellTale, conduct));
    }

    AckFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Fails like an implementation that expects every header field to be present and well-formed. */
    private static Predicate<Ack> failingToRead() {
        return When.refusedFor(Refusal.PACKET_TYPE_UNKNOWN)
                .or(When.refusedFor(Refusal.SESSION_MISSING))
                .or(When.refusedFor(Refusal.RANGE_INVALID))
                .or(When.refusedFor(Refusal.PROTOCOL_NOT_OFFERED)
                        .and(ack -> ProtocolOffer.in(ack.exchange().packet()).isEmpty()));
    }
}
