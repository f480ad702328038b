package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A look at the destination of an upload, to compare what arrived with what was sent.
 *
 * @param caseId id of the case
 * @param session handle of the upload session
 * @param found what was there
 * @param sent what was uploaded
 * @param firstDifference offset of the first byte that differs, or of the end of the shorter one; empty when they are equal,
 *     and when only digests were compared
 * @param waitedMillis for how long the suite looked until it saw this
 * @param neverWritten what was at a name next to it that nothing was ever written to; empty if nobody looked there. A
 *     server that answers every GET with a page has something there
 */
public record ReadBack(
        String caseId,
        int session,
        @JsonUnwrapped Look found,
        @JsonUnwrapped Sent sent,
        OptionalLong firstDifference,
        long waitedMillis,
        Optional<Look> neverWritten)
        implements Event {

    /** This many consecutive bytes of the upload are no coincidence. */
    private static final int NO_ACCIDENT = 16;

    /** Records of older versions have no look at such a name. */
    public ReadBack {
        neverWritten = neverWritten == null ? Optional.empty() : neverWritten;
    }

    /**
     * What was at a place.
     *
     * @param where the URL or file that was looked at
     * @param presence what was there
     * @param status HTTP status of the answer, if a URL was looked at and answered
     * @param length number of bytes found, if something was found
     * @param sha256 of the bytes found, in lower-case hexadecimal
     * @param told whether the server told length and digest, and none of the bytes was read
     */
    public record Look(
            String where,
            Presence presence,
            OptionalInt status,
            OptionalLong length,
            Optional<String> sha256,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean told) {

        /** A look at bytes that were read. */
        public Look(String where, Presence presence, OptionalInt status, OptionalLong length, Optional<String> sha256) {
            this(where, presence, status, length, sha256, false);
        }
    }

    /**
     * What was uploaded.
     *
     * @param expectedLength number of bytes
     * @param expectedSha256 of the bytes, in lower-case hexadecimal
     */
    public record Sent(long expectedLength, String expectedSha256) {}

    /** What was at the destination. */
    public enum Presence {
        /** Bytes, whether or not they equal the upload. */
        FOUND,
        /** Nothing. */
        ABSENT,
        /** It could not be read, so nothing is known. */
        UNREADABLE
    }

    /** Whether exactly the uploaded bytes were found. */
    @JsonIgnore
    public boolean same() {
        return found.presence == Presence.FOUND && firstDifference.isEmpty() && (!found.told || isToldTheSame());
    }

    private boolean isToldTheSame() {
        return found.length.equals(OptionalLong.of(sent.expectedLength))
                && found.sha256.equals(Optional.of(sent.expectedSha256));
    }

    /** Whether what was found begins like the upload, so that it is not an unrelated page. */
    @JsonIgnore
    public boolean beginsAsSent() {
        return found.told
                ? same()
                : found.presence == Presence.FOUND && firstDifference.orElse(Long.MAX_VALUE) >= NO_ACCIDENT;
    }
}
