package org.bitsconformance.transcript;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A look at the destination of an upload, to compare what arrived with what was sent.
 *
 * @param caseId id of the case
 * @param session handle of the upload session
 * @param where the URL or file that was looked at
 * @param presence what was there
 * @param status HTTP status of the answer, where it was looked at by URL and answered
 * @param length number of bytes found, where something was found
 * @param sha256 of the bytes found, in lower-case hexadecimal
 * @param expectedLength number of bytes uploaded
 * @param expectedSha256 of the bytes uploaded
 * @param firstDifference offset of the first byte that differs, or of the end of the shorter one; empty when they are equal
 * @param waitedMillis for how long the suite looked until it saw this
 * @param neverWritten what was at a name next to it that nothing was ever written to; empty where nobody looked there
 */
public record ReadBack(
        String caseId,
        int session,
        String where,
        Presence presence,
        OptionalInt status,
        OptionalLong length,
        Optional<String> sha256,
        long expectedLength,
        String expectedSha256,
        OptionalLong firstDifference,
        long waitedMillis,
        Optional<NeverWritten> neverWritten)
        implements Event {

    /** So many bytes in a row that are those of the upload are no accident. */
    private static final int NO_ACCIDENT = 16;

    /** A record of a version that did not look at such a name has none. */
    public ReadBack {
        neverWritten = neverWritten == null ? Optional.empty() : neverWritten;
    }

    /** A look without one at a name that was never written. */
    public ReadBack(
            String caseId,
            int session,
            String where,
            Presence presence,
            OptionalInt status,
            OptionalLong length,
            Optional<String> sha256,
            long expectedLength,
            String expectedSha256,
            OptionalLong firstDifference,
            long waitedMillis) {
        this(
                caseId,
                session,
                where,
                presence,
                status,
                length,
                sha256,
                expectedLength,
                expectedSha256,
                firstDifference,
                waitedMillis,
                Optional.empty());
    }

    /**
     * What was at a name that nothing was ever written to. A server that answers every GET with a page has something there.
     *
     * @param where the URL that was looked at
     * @param presence what was there
     * @param status HTTP status of the answer, where it was answered
     * @param length number of bytes found, where something was found
     * @param sha256 of the bytes found, in lower-case hexadecimal
     */
    public record NeverWritten(
            String where, Presence presence, OptionalInt status, OptionalLong length, Optional<String> sha256) {}

    /** What was at the destination. */
    public enum Presence {
        /** Bytes, equal to the upload or not. */
        FOUND,
        /** Nothing. */
        ABSENT,
        /** It could not be read, so nothing is known. */
        UNREADABLE
    }

    /** Whether exactly the bytes that were uploaded were found. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean same() {
        return presence == Presence.FOUND && firstDifference.isEmpty();
    }

    /** Whether what was found begins as the upload does, so that it is no page that came by chance. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean beginsAsSent() {
        return presence == Presence.FOUND && firstDifference.orElse(Long.MAX_VALUE) >= NO_ACCIDENT;
    }
}
