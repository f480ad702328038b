package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.reference.http.StatusCode;

/** Why a packet is refused, with the status and the HRESULT that the documents give for it (MC-BUP 2.2.1.2). */
public enum Refusal {
    /** The user may not upload (MC-BUP 3.2.5.2.3). */
    ACCESS_DENIED(StatusCode.FORBIDDEN, Hresult.E_ACCESSDENIED),
    /** The packet has no type, or one that no client sends. */
    PACKET_TYPE_UNKNOWN(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** A header that may occur only once is repeated. */
    HEADER_REPEATED(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The value of a header is longer than 4 KB. */
    HEADER_TOO_LONG(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The protocol is not among those offered (MC-BUP 3.2.5.2.4). */
    PROTOCOL_NOT_OFFERED(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The packet has a body where none is allowed. */
    BODY_UNEXPECTED(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The packet needs a session and names none. */
    SESSION_MISSING(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The range of a fragment is missing or malformed (MC-BUP 2.2.6.1). */
    RANGE_INVALID(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** No Content-Length (MC-BUP 3.2.5.2.3). */
    NO_LENGTH(StatusCode.LENGTH_REQUIRED, Hresult.E_INVALIDARG),
    /** Fragments are accepted in identity coding only; the status is that of RFC 2616 14.11. */
    ENCODED(StatusCode.UNSUPPORTED_MEDIA_TYPE, Hresult.E_INVALIDARG),
    /** The destination is a directory, answered as in MC-BUP 2.2.1.2. */
    DIRECTORY_INVALID(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The destination is a directory, answered as in Win32 ack-for-create-session. */
    DIRECTORY_NOT_FOUND(StatusCode.NOT_FOUND, Hresult.E_INVALIDARG),
    /** There is a file at the destination, answered as in MC-BUP 2.2.1.2. */
    FILE_EXISTS_DENIED(StatusCode.FORBIDDEN, Hresult.E_ACCESSDENIED),
    /** There is a file at the destination, answered as in Win32 ack-for-create-session. */
    FILE_EXISTS_CONFLICT(StatusCode.CONFLICT, Hresult.E_ACCESSDENIED),
    /** Uploads are not enabled at this place (MC-BUP 2.2.1.2, table of errors). */
    UPLOADS_DISABLED(StatusCode.NOT_IMPLEMENTED, Hresult.E_ACCESSDENIED),
    /** Scripts or programs may run at this place (Win32 bits-return-values, which names no status). */
    EXECUTE_ENABLED(StatusCode.FORBIDDEN, Hresult.BG_E_SERVER_EXECUTE_ENABLED),
    /** No such session (MC-BUP 3.2.5.2.3). */
    UNKNOWN_SESSION(StatusCode.INTERNAL_SERVER_ERROR, Hresult.BG_E_SESSION_NOT_FOUND),
    /** The session is known and has ended (Win32 bits-upload-protocol). */
    UNEXPECTED(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The total length changed from one fragment to the next. */
    OTHER_TOTAL(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The body and its range differ in length. */
    OTHER_LENGTH(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The fragment starts after the next byte; the status says everything (MC-BUP 2.2.1.2, HRESULT 0). */
    GAP(StatusCode.RANGE_NOT_SATISFIABLE),
    /** The fragment starts before the next byte (MC-BUP 3.2.5.2.6). */
    OVERLAP(StatusCode.RANGE_NOT_SATISFIABLE),
    /** More bytes than the server stores for one upload. */
    TOO_LARGE(StatusCode.INTERNAL_SERVER_ERROR, Hresult.BG_E_TOO_LARGE),
    /** The uploaded file is no longer there (MC-BUP 3.2.5.2.7). */
    FILE_GONE(StatusCode.NOT_FOUND, Hresult.E_INVALIDARG),
    /**
     * The notification could not be sent to the server application (MC-BUP 3.2.5.1.3), or the connection was reset
     * before the first byte of an answer, so that nobody knows whether it arrived.
     */
    NOTICE_UNSENT(StatusCode.INTERNAL_SERVER_ERROR),
    /** The server application ended the connection before the end of its header section (MC-BUP 3.2.5.1.3). */
    NOTICE_UNANSWERED(StatusCode.INTERNAL_SERVER_ERROR),
    /** The answer of the server application broke off in its body (MC-BUP 3.3.5.2.5). */
    NOTICE_ANSWER_CUT(StatusCode.INTERNAL_SERVER_ERROR),
    /** The answer of the server application is invalid (MC-BUP 3.3.5.3.2). */
    NOTICE_ANSWER_INVALID(StatusCode.LENGTH_REQUIRED, Hresult.E_INVALIDARG),
    /** The answer of the server application is not HTTP/1.1 (MC-BUP 3.3.5.3.2). */
    NOTICE_ANSWER_OF_OTHER_VERSION(StatusCode.LENGTH_REQUIRED, Hresult.E_INVALIDARG),
    /** The server application took too long (MC-BUP 3.3.6). */
    NOTICE_TIMED_OUT(StatusCode.REQUEST_TIMEOUT, Hresult.ERROR_DISK_FULL),
    /** The server application answered with an error, whose status is used. */
    NOTICE_REFUSED(StatusCode.INTERNAL_SERVER_ERROR),
    /** The server application names a URL for the reply that is too long (MC-BUP 2.2.1.2, table of errors). */
    REPLY_URL_TOO_LONG(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** The server application names a URL for the reply that is not absolute (MC-BUP 2.2.13.2, 3.3.5.3.2). */
    REPLY_URL_RELATIVE(StatusCode.LENGTH_REQUIRED, Hresult.E_INVALIDARG),
    /** The file of an upload that was notified by reference is no longer there (MC-BUP 3.2.5.2.7). */
    REQUEST_FILE_GONE(StatusCode.NOT_FOUND, Hresult.E_INVALIDARG),
    /** A packet that deserves no refusal, refused by a faulty server. */
    UNDESERVED(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG),
    /** A packet that makes a faulty server fail. */
    FAILURE(StatusCode.INTERNAL_SERVER_ERROR, Hresult.E_INVALIDARG);

    private final StatusCode status;
    private final Optional<Hresult> hresult;

    Refusal(StatusCode status) {
        this.status = status;
        this.hresult = Optional.empty();
    }

    Refusal(StatusCode status, Hresult hresult) {
        this.status = status;
        this.hresult = Optional.of(hresult);
    }

    StatusCode status() {
        return status;
    }

    /** What the error headers say; empty if there are none. */
    Optional<Hresult> hresult() {
        return hresult;
    }
}
