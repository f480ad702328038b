package org.bitsconformance.transcript;

import java.util.OptionalLong;

/**
 * A look at a file that a server passed to the server application by its name (MC-BUP 2.2.12.2).
 * Its components are the keys of its line of the record, one to one.
 *
 * @param caseId id of the case
 * @param session handle of the upload session that it belongs to; 0 if that is not known
 * @param role what the file is for
 * @param moment when the look was taken
 * @param path its name, as the server gave it
 * @param presence what was there
 * @param length number of bytes, where the file was read
 * @param firstDifference offset of the first byte in which it is not the upload; empty if it is, or was not compared
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
        /** The server application is to put its reply there. */
        REPLY
    }

    /** When a look is taken. */
    public enum Moment {
        /** When the notification had come. */
        NOTIFIED,
        /** When the server application had removed it, before its answer. */
        REMOVED,
        /** When the session had ended. */
        ENDED
    }

    /** What a look found. */
    public enum Presence {
        /** A file that can be read. */
        FOUND,
        /** No file. */
        ABSENT,
        /** Something that is not a file that can be read. */
        UNREADABLE,
        /** The name leads out of the folder that the target declares; nothing was looked at. */
        OUTSIDE
    }
}
