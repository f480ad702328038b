package org.bitsconformance.transcript;

import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A request that reached the server application that the suite plays, and what the application did with it (MC-BUP
 * 2.2.12, 2.2.13).
 * Its components are the keys of its line of the record, one to one.
 *
 * @param id of the notification within the run, such as {@code n3}
 * @param caseId id of the case whose upload it is about; empty if that is not known
 * @param session handle of the upload session that it is about; 0 if that is not known
 * @param request the bytes that came; of a long body the first ones are kept
 * @param whole whether the request came to its end
 * @param bodyLength number of bytes of its body, without the coding of a body in chunks
 * @param bodyDifference offset of the first byte in which its body is not the upload; empty if it is the upload, or the
 *     upload is not known
 * @param conduct what the application did
 * @param answer the bytes that it sent back
 * @param reply the reply to the upload that it gave, in its answer or as a file
 * @param timing when
 */
public record Notification(
        String id,
        String caseId,
        int session,
        WireBytes request,
        boolean whole,
        long bodyLength,
        OptionalLong bodyDifference,
        Conduct conduct,
        WireBytes answer,
        Optional<Payload> reply,
        Timing timing)
        implements Event {

    /** Folder of the URLs under which the server application has replies that are no body of an answer. */
    public static final String STATIC_FOLDER = "/bits-static/";

    /** What the server application does with a notification. */
    public enum Conduct {
        /** It answers. */
        ANSWERED,
        /** It resets the connection before it reads anything. */
        HUNG_UP,
        /** It resets the connection after the request. */
        RESET,
        /** It closes the connection after the request. */
        CLOSED,
        /** It sends what is not HTTP, and closes the connection. */
        NOT_HTTP,
        /** It answers in HTTP/1.0. */
        OLD_HTTP,
        /** It closes the connection in the middle of the body of its answer. */
        CUT_SHORT,
        /** It never answers. */
        SILENT
    }

    /**
     * Times of a notification, in microseconds from the start of the run.
     *
     * @param openedMicros its connection was taken
     * @param receivedMicros its last byte was there
     * @param answeredMicros before the first byte of the answer, or the end of the connection instead of one
     */
    public record Timing(long openedMicros, long receivedMicros, long answeredMicros) {}
}
