package org.bitsconformance.reference.server;

import java.util.UUID;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.StatusCode;

/** As the Win32 pages describe it. */
record Win32Reading() implements DocumentReading {

    /** Win32 ack-for-ping and the other ack-for pages. */
    @Override
    public String errorHeader() {
        return BitsHeaders.ERROR_CODE;
    }

    /** Win32 ack-for-create-session also allows 200. */
    @Override
    public StatusCode created() {
        return StatusCode.CREATED;
    }

    /** Any string that HTTP permits, of up to 100 characters (Win32 ack-for-create-session); here, one without braces. */
    @Override
    public String freshSessionId() {
        return UUID.randomUUID().toString();
    }

    /** Only the Fragment page lists the header (Win32 fragment). */
    @Override
    public boolean demandsContentLength(PacketType type) {
        return type == PacketType.FRAGMENT;
    }

    /** Listed in the Acks to Fragment, Close-Session and Cancel-Session, whatever their status. */
    @Override
    public boolean repeatsSessionId(PacketInSession exchange, boolean accepted) {
        return exchange.is(PacketType.FRAGMENT)
                || exchange.is(PacketType.CLOSE_SESSION)
                || exchange.is(PacketType.CANCEL_SESSION);
    }

    /** Win32 ack-for-create-session. */
    @Override
    public Refusal directory() {
        return Refusal.DIRECTORY_NOT_FOUND;
    }

    /** Win32 ack-for-create-session. */
    @Override
    public Refusal existingFile() {
        return Refusal.FILE_EXISTS_CONFLICT;
    }

    /** A packet that the server does not expect (Win32 bits-upload-protocol). */
    @Override
    public Refusal endedSession() {
        return Refusal.UNEXPECTED;
    }

    /** Only the bytes that are not there yet are written (Win32 fragment). */
    @Override
    public Placement overlap(FragmentRange range, StoredUpload upload) {
        return range.end() > upload.received() ? Placement.WRITE : Placement.ACCEPT_REPEAT;
    }

    /** Win32 cancel-session. */
    @Override
    public boolean publishesOnLastFragment() {
        return true;
    }

    /** Win32 notification-protocol-for-server-applications. */
    @Override
    public String requestFileHeader() {
        return BitsHeaders.REQUEST_DATA_FILE_NAME;
    }

    /** Win32 notification-protocol-for-server-applications. */
    @Override
    public String responseFileHeader() {
        return BitsHeaders.RESPONSE_DATA_FILE_NAME;
    }

    /** Win32 handling-server-application-errors. */
    @Override
    public boolean notifiesAgainAfter(StatusCode refusal) {
        return refusal != StatusCode.FORBIDDEN;
    }

    /** Win32 close-session. */
    @Override
    public boolean publishesPartOnClose() {
        return false;
    }

    /** Win32 cancel-session. */
    @Override
    public boolean cancelsCompleteUploads() {
        return false;
    }
}
