package org.bitsconformance.transcript;

import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A request that reached the suite's server application, and what the application did with it (MC-BUP 2.2.12, 2.2.13).
 * The names of the components are the keys of its line in the record.
 *
 * @param id of the notification within the run, such as {@code n3}
 * @param caseId id of the case whose upload it is about; empty if unknown
 * @param session handle of the upload session that it is about; 0 if unknown
 * @param request the bytes that came; of a long body, only the first are kept
 * @param whole whether the request arrived completely
 * @param bodyLength number of bytes of its body, without chunked coding
 * @param bodyDifference offset of the first byte of the body that differs from the upload; empty if none does, or the
 *     upload is unknown
 * @param conduct what the application did
 * @param answer the bytes that it sent back
 * @param reply the reply that it gave to the upload, in its answer or as a file
 * @param timing when it happened
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

    /** Folder of the URLs at which the server application has replies outside its answers. */
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
        /** It sends something that is not HTTP, and closes the connection. */
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
     * @param openedMicros its connection was accepted
     * @param receivedMicros its last byte had arrived
     * @param answeredMicros just before the first byte of the answer, or before the connection ended without one
     */
    public record Timing(long openedMicros, long receivedMicros, long answeredMicros) {}
}
