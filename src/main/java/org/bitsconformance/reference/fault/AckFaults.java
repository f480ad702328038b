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
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.ProtocolOffer;
import org.bitsconformance.reference.server.Refusal;

/** Faults that show in every kind of Ack, in Acks of errors, or in those to Ping. */
final class AckFaults {

    /** What an implementation dies of that expects every header to be there and to be well-formed. */
    private static final Predicate<Ack> FAILING_TO_READ = When.refusedFor(Refusal.PACKET_TYPE_UNKNOWN)
            .or(When.refusedFor(Refusal.SESSION_MISSING))
            .or(When.refusedFor(Refusal.RANGE_INVALID))
            .or(When.refusedFor(Refusal.PROTOCOL_NOT_OFFERED)
                    .and(ack -> ProtocolOffer.in(ack.exchange().packet()).isEmpty()));

    static final Defect ACK_PACKET_TYPE_MISSING = new Defect(
            "Acks do not say what kind of packet they are",
            "BITS-Packet-Type",
            dropping(When.ALWAYS, BitsHeaders.PACKET_TYPE));

    static final Defect ACK_PACKET_TYPE_WRONG = new Defect(
            "Acks call themselves Response",
            "BITS-Packet-Type",
            setting(When.ALWAYS, BitsHeaders.PACKET_TYPE, "Response"));

    static final Defect ACK_PACKET_TYPE_MISSPELT = new Defect(
            "The packet type of Acks is in a header named Bits-Package-Type",
            "BITS-Packet-Type",
            renaming(BitsHeaders.PACKET_TYPE, "Bits-Package-Type"));

    static final Defect ACK_CONTENT_LENGTH_MISSING = new Defect(
            "Acks have no Content-Length; an empty chunked body frames them",
            "Content-Length",
            rewriting(
                    When.ALWAYS,
                    ack -> ack.answer().without(BitsHeaders.CONTENT_LENGTH).by(Delivery.CHUNKED)));

    static final Defect ACK_HTML_BODY = new Defect(
            "Errors come with a page of HTML",
            "body",
            rewriting(
                    When.ERROR,
                    ack -> ack.answer().with("Content-Type", "text/html").with(FaultyValues.PAGE)));

    static final Defect ERRORS_ARE_PAGES = new Defect(
            "Errors are pages of the HTTP server, with nothing of BITS in them",
            "BITS-Packet-Type",
            rewriting(When.ERROR, FaultyValues::pageWithoutAck));

    static final Defect EXCEPTIONS_ANSWERED_500 = new Defect(
            "A packet that lacks a header, or has one that cannot be read, is answered 500 without an Ack",
            "500",
            rewriting(FAILING_TO_READ, ack -> ServerAnswer.empty(StatusCode.INTERNAL_SERVER_ERROR)));

    static final Defect EXCEPTIONS_DROP_CONNECTION = new Defect(
            "The connection is dropped at a packet that lacks a header, or has one that cannot be read",
            "There was no answer",
            delivering(FAILING_TO_READ, Delivery.EMPTY));

    static final Defect ERRORS_ANSWERED_500 = new Defect(
            "Every error has the status 500, whatever is wrong",
            "500",
            new CombinedConduct(List.of(
                    answering(
                            ack -> ack.answer().status() == StatusCode.RANGE_NOT_SATISFIABLE,
                            StatusCode.INTERNAL_SERVER_ERROR,
                            Hresult.E_INVALIDARG),
                    answering(When.ERROR, StatusCode.INTERNAL_SERVER_ERROR))));

    static final Defect ACK_HEADER_TOO_LONG = new Defect(
            "Acks have a header of 5000 characters", "4 KB", setting(When.ALWAYS, "X-Trace", "t".repeat(5000)));

    static final Defect UNKNOWN_PACKET_TYPE_ACCEPTED = new Defect(
            "A packet of an unknown type, or of none, is accepted", "400", overlooking(Refusal.PACKET_TYPE_UNKNOWN));

    static final Defect PING_ANSWERED_404 = new Defect(
            "Ping is answered 404",
            "404",
            answering(When.accepted(PacketType.PING), StatusCode.NOT_FOUND, Hresult.E_INVALIDARG));

    static final Defect ERROR_CODE_MISSING = new Defect(
            "Errors come without their HRESULT",
            "BITS-Error",
            rewriting(When.CODED_ERROR, FaultyValues::withoutErrorCode));

    static final Defect ERROR_CODE_ON_SUCCESS = new Defect(
            "Success comes with an HRESULT", "BITS-Error", rewriting(When.SUCCESS, FaultyValues::withErrorCode));

    static final Defect ERROR_CODE_SAYS_SUCCESS = new Defect(
            "The HRESULT of every error is 0x1, which means success",
            "BITS-Error",
            rewriting(When.CODED_ERROR, FaultyValues::withErrorOfSuccess));

    static final Defect ERROR_CODE_NOT_HEXADECIMAL = new Defect(
            "The HRESULT of errors is in words",
            "BITS-Error",
            rewriting(When.CODED_ERROR, FaultyValues::withErrorInWords));

    static final Defect ERROR_CONTEXT_MISSING = new Defect(
            "Errors come without their context",
            "BITS-Error-Context",
            dropping(When.CODED_ERROR, BitsHeaders.ERROR_CONTEXT));

    static final Defect ERROR_CONTEXT_ON_SUCCESS = new Defect(
            "Success comes with an error context",
            "BITS-Error-Context",
            setting(When.SUCCESS, BitsHeaders.ERROR_CONTEXT, ErrorContext.SERVER.hex()));

    static final Defect ERROR_CONTEXT_UNKNOWN = new Defect(
            "Errors have a context that is neither the server nor the application",
            "BITS-Error-Context",
            setting(When.CODED_ERROR, BitsHeaders.ERROR_CONTEXT, "0x3"));

    static final Defect PACKET_TYPES_IN_UPPER_CASE_ONLY = new Defect(
            "Packet types are known in upper case only",
            "400",
            refusing(
                    Packets.naming(BitsHeaders.PACKET_TYPE, type -> !type.equals(type.toUpperCase(Locale.ROOT))),
                    Refusal.PACKET_TYPE_UNKNOWN));

    static final Defect VALUES_NOT_TRIMMED = Defect.ofSocket(
            "Blanks around a value are taken for part of it",
            "Create-Session",
            lapsing(Misbehaviour.KEEPS_BLANKS_AROUND_VALUES));

    static final Defect UNKNOWN_PACKET_TYPE_IN_SESSION_ACCEPTED = new Defect(
            "A packet of an unknown type, or of none, is accepted if it names a session",
            "400",
            overlooking(
                    Refusal.PACKET_TYPE_UNKNOWN, exchange -> exchange.session().isPresent()));

    static final Defect UNKNOWN_PACKET_TYPE_ANSWERED_401 = new Defect(
            "A packet of an unknown type, or of none, is answered 401, though nobody is asked for credentials",
            "401",
            answering(When.refusedFor(Refusal.PACKET_TYPE_UNKNOWN), StatusCode.UNAUTHORIZED));

    static final Defect UNKNOWN_PACKET_TYPE_ANSWERED_500 = new Defect(
            "A packet of an unknown type, or of none, is answered 500",
            "400",
            answering(When.refusedFor(Refusal.PACKET_TYPE_UNKNOWN), StatusCode.INTERNAL_SERVER_ERROR));

    static final Defect ACK_BODY_CUT_SHORT = new Defect(
            "Errors come with half a page, of which Content-Length states the whole, and the connection ends",
            "Content-Length",
            rewriting(When.ERROR, ack -> ack.answer().with(FaultyValues.PAGE).by(Delivery.CUT_SHORT)));

    static final Defect HEADER_TOO_LONG_ACCEPTED =
            new Defect("Headers over 4 KB are accepted", "400", overlooking(Refusal.HEADER_TOO_LONG));

    static final Defect MISSING_CONTENT_LENGTH_ACCEPTED =
            new Defect("Packets without Content-Length are accepted", "400 or 411", overlooking(Refusal.NO_LENGTH));

    static final Defect UNEXPECTED_BODY_IGNORED =
            new Defect("A body is ignored where none belongs", "400", overlooking(Refusal.BODY_UNEXPECTED));

    static final Defect ERROR_CODE_UNSPECIFIC = new Defect(
            "Invalid packets are answered with 0x80004005, which says nothing of what is wrong",
            "0x80070057",
            rewriting(
                    When.ERROR.and(ack -> ack.answer().status() == StatusCode.BAD_REQUEST),
                    FaultyValues::withUnspecificError));

    static final Defect ERROR_CONTEXT_OF_APPLICATION = new Defect(
            "Errors that the server finds itself are blamed on the server application",
            "BITS-Error-Context",
            setting(When.CODED_ERROR, BitsHeaders.ERROR_CONTEXT, ErrorContext.REMOTE_APPLICATION.hex()));

    private AckFaults() {}
}
