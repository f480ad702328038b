package org.bitsconformance.reference.server;

import java.util.Locale;
import java.util.UUID;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.StatusCode;

/** As MC-BUP describes it. */
record McBupReading() implements DocumentReading {

    /** MC-BUP 2.2.1.2. */
    @Override
    public String errorHeader() {
        return BitsHeaders.ERROR;
    }

    /** MC-BUP 2.2.3.2 has the headers of success only with 200. */
    @Override
    public StatusCode created() {
        return StatusCode.OK;
    }

    /** A GUID in curly braces (MC-BUP 2.2.1.2). */
    @Override
    public String freshSessionId() {
        return "{" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT) + "}";
    }

    /** Every packet (MC-BUP 3.2.5.2.3). */
    @Override
    public boolean demandsContentLength(PacketType type) {
        return true;
    }

    /** In every 200 (MC-BUP 2.2.1.2), but to a Ping only if the session exists; in errors too if it exists. */
    @Override
    public boolean repeatsSessionId(PacketInSession exchange, boolean accepted) {
        return exchange.session().isPresent() || (accepted && !exchange.is(PacketType.PING));
    }

    /** MC-BUP 2.2.1.2, table of errors. */
    @Override
    public Refusal directory() {
        return Refusal.DIRECTORY_INVALID;
    }

    /** MC-BUP 2.2.1.2, table of errors. */
    @Override
    public Refusal existingFile() {
        return Refusal.FILE_EXISTS_DENIED;
    }

    /** An ended session is one that does not exist (MC-BUP 3.2.5.2.3). */
    @Override
    public Refusal endedSession() {
        return Refusal.UNKNOWN_SESSION;
    }

    /** Refused (MC-BUP 3.2.5.2.6), except for a repeated last fragment of a complete upload (3.2.5.1.2). */
    @Override
    public Placement overlap(FragmentRange range, StoredUpload upload) {
        return upload.isRepeatedBy(range) ? Placement.ACCEPT_REPEAT : Placement.REFUSE;
    }

    /** MC-BUP 3.2.5.1.5. */
    @Override
    public boolean publishesOnLastFragment() {
        return false;
    }

    /** MC-BUP 2.2.12.2. */
    @Override
    public String requestFileHeader() {
        return BitsHeaders.REQUEST_DATA_ENTITY_NAME;
    }

    /** MC-BUP 2.2.12.2. */
    @Override
    public String responseFileHeader() {
        return BitsHeaders.RESPONSE_DATA_ENTITY_NAME;
    }

    /** MC-BUP 3.2.5.1.2 and 3.2.5.1.3, whatever the error. */
    @Override
    public boolean notifiesAgainAfter(StatusCode refusal) {
        return true;
    }

    /** MC-BUP 3.2.5.2.7. */
    @Override
    public boolean publishesPartOnClose() {
        return true;
    }

    /** MC-BUP 3.2.5.2.8 and 1.3.4.1. */
    @Override
    public boolean cancelsCompleteUploads() {
        return true;
    }
}
