package org.bitsconformance.transcript;

import java.util.OptionalLong;

/**
 * A look at a file that a server passed to the server application by name (MC-BUP 2.2.12.2). The names of the
 * components are the keys of its line in the record.
 *
 * @param caseId id of the case
 * @param session handle of the upload session that it belongs to; 0 if unknown
 * @param role what the file is for
 * @param moment when the look was taken
 * @param path its name, as the server gave it
 * @param presence what was there
 * @param length number of bytes, if the file was read
 * @param firstDifference offset of the first byte that differs from the upload; empty if none does, or it was not
 *     compared
 */
public record HandedFile(
        String caseId,
        int session,
        Role role,
        Moment moment,
        String path,
        Presence presence,
        OptionalLong length,
        OptionalLong firstDifference)
        implements Event {

    /** What a file is for. */
    public enum Role {
        /** It holds the upload. */
        UPLOAD,
        /** The server application writes its reply there. */
        REPLY
    }

    /** When a look is taken. */
    public enum Moment {
        /** When the notification had arrived. */
        NOTIFIED,
        /** After the server application had removed it, before its answer. */
        REMOVED,
        /** After the session had ended. */
        ENDED
    }

    /** What a look found. */
    public enum Presence {
        /** A readable file. */
        FOUND,
        /** No file. */
        ABSENT,
        /** Something that is not a readable file. */
        UNREADABLE,
        /** The name leads out of the declared folder, so nothing was looked at. */
        OUTSIDE
    }
}
