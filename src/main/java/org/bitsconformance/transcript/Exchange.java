package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.IdleEnd;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A request and what came back. The names of the components are the keys of its line in the record.
 *
 * @param id of the exchange within the run, such as {@code x17}
 * @param caseId id of the case, or empty outside of cases
 * @param purpose what it was for
 * @param session the handle of the upload session: the nth Create-Session of the case, from 1; 0 for none. Servers
 *     reuse session ids, so the handle identifies the session, not the id
 * @param attempt 1, or 2 if the request was sent again because a reused connection had ended
 * @param connection id of the connection
 * @param requestOnConnection 1 for the first request on a connection
 * @param unasked bytes that the server had sent unasked after the previous answer
 * @param request the bytes sent
 * @param answer the bytes that came back
 * @param ending how the exchange ended
 * @param timing when it happened
 * @param carriage how it was sent, as far as the bytes do not show it
 */
public record Exchange(
        String id,
        String caseId,
        Purpose purpose,
        int session,
        int attempt,
        String connection,
        int requestOnConnection,
        WireBytes unasked,
        WireBytes request,
        WireBytes answer,
        Ending ending,
        Timing timing,
        SendContext carriage)
        implements Event {

    /** Records of older versions lack the carriage; it then has its usual value. */
    public Exchange {
        carriage = carriage == null ? SendContext.USUAL : carriage;
    }

    /** Whether the connection had carried a request before this one. */
    @JsonIgnore
    public boolean reused() {
        return requestOnConnection > 1;
    }

    /**
     * Whether it says nothing about the server: a reused connection ended before the first byte of an answer, which
     * HTTP permits (RFC 2616 8.1.4), or with a 408 from a server that had waited too long.
     */
    @JsonIgnore
    public boolean judgesNothing() {
        boolean ended = answer.isEmpty() && (ending == Ending.CLOSED || ending == Ending.RESET);
        return reused() && (ended || IdleEnd.is(answer));
    }

    /** The answer as far as it came, parsed once; empty if its header is incomplete or it is not HTTP. */
    public Optional<Answer> received() {
        return ending.answer(request, answer);
    }

    /** Whether something came back, or passed unseen, that the suite cannot read; a client may have understood it. */
    @JsonIgnore
    public boolean unread() {
        return received().isEmpty() && (ending == Ending.TOO_LONG || !answer.isEmpty());
    }

    /** Like {@link #received}, but empty if the suite broke off. */
    public Optional<Answer> awaited() {
        return ending == Ending.CUT_OFF ? Optional.empty() : received();
    }

    /** How an exchange ended. */
    public enum Ending {
        /** The answer was complete. */
        ANSWERED,
        /** The server closed the connection before the answer was complete. */
        CLOSED,
        /** The connection was reset before the answer was complete. */
        RESET,
        /** The time for the answer ran out. */
        TIMED_OUT,
        /** The server stopped reading the request. */
        SENDING_STALLED,
        /** The answer was longer than the suite reads, or came on a connection where it could no longer tell answers apart. */
        TOO_LONG,
        /** What came back is not HTTP. */
        NOT_HTTP,
        /** The suite broke off, on purpose or because the run was interrupted; what had come until then proves nothing. */
        CUT_OFF,
        /** No connection could be established. */
        NOT_CONNECTED;

        /** The answer to a request that ended in this way, as far as it came. */
        public Optional<Answer> answer(WireBytes request, WireBytes answer) {
            String method =
                    request.text().substring(0, Math.max(0, request.text().indexOf(' ')));
            return answer.answer(method, this == ANSWERED || this == CLOSED);
        }
    }

    /**
     * Times of an exchange, in microseconds from the start of the run.
     *
     * @param startedMicros before the first byte of the request
     * @param sentMicros after the last byte of the request
     * @param firstByteMicros the first byte of the answer
     * @param endedMicros the last byte of the answer, or the end of the wait for it
     */
    public record Timing(long startedMicros, long sentMicros, OptionalLong firstByteMicros, long endedMicros) {

        /** How long the answer took: from the last byte of the request to the end of the exchange. */
        public long waitedMicros() {
            return endedMicros - sentMicros;
        }
    }
}
