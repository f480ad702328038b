package org.bitsconformance.transcript.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A packet of a capture, and its answer.
 *
 * @param origin scheme, host and port of the server, with a slash
 * @param from where the client is, such as its address; empty if the capture does not say
 * @param connection its name and which request on it this is, from 1
 * @param times when it was sent and how long it took
 * @param request the bytes sent, without credentials
 * @param answer the bytes that came back
 * @param ending how it ended, as far as the capture shows
 */
record CapturedPacket(
        String origin, String from, Place connection, Times times, WireBytes request, WireBytes answer, Ending ending) {

    /** The scheme and the rest of an absolute request target. */
    private static final String ABSOLUTE = "[A-Za-z][A-Za-z0-9+.-]*://.*";

    /** Which request of which connection. */
    record Place(String connection, int request) {

        /** For captures that do not tell connections apart. */
        static Place unknown(String connection) {
            return new Place(connection, 1);
        }
    }

    /**
     * When it happened.
     *
     * @param started before its first byte
     * @param sending until its last byte
     * @param whole until the last byte of the answer
     */
    record Times(Instant started, Duration sending, Duration whole) {}

    Instant started() {
        return times.started;
    }

    /** The client for people: its {@code User-Agent}, and where it is; empty if the capture shows neither. */
    String client() {
        String agent = requestHeaders().first("User-Agent").orElse("");
        return from.isEmpty() ? agent : (agent + " (" + from + ")").strip();
    }

    /** The packet type; empty if its header is missing or names none. */
    Optional<PacketType> type() {
        return parsed().packetType();
    }

    /** Path and query. */
    String target() {
        return parsed().resource();
    }

    Headers requestHeaders() {
        return parsed().headers();
    }

    /** The fields of the answer; none if there is no answer. */
    Headers answerHeaders() {
        return ending.answer(request, answer).map(Answer::headers).orElse(new Headers(List.of()));
    }

    /** The {@code Server} header of the answer. */
    Optional<String> server() {
        return answerHeaders().first("Server");
    }

    private Request parsed() {
        return Request.parse(request);
    }

    /** Whether it overlapped in time with another one. */
    boolean overlaps(CapturedPacket other) {
        return !started().isAfter(other.end()) && !other.started().isAfter(end());
    }

    private Instant end() {
        return started().plus(times.whole);
    }

    /** The exchange; its times are relative to {@code zero}. */
    Exchange exchange(String id, String caseId, int session, Instant zero) {
        long began = Math.max(0, micros(Duration.between(zero, started())));
        long sent = began + micros(times.sending);
        return new Exchange(
                id,
                caseId,
                Purpose.ofForeign(parsed()),
                session,
                1,
                connection.connection,
                connection.request,
                WireBytes.NONE,
                request,
                answer,
                ending,
                new Timing(began, sent, OptionalLong.empty(), Math.max(sent, began + micros(times.whole))),
                new SendContext(Identity.USER, parsed().target().matches(ABSOLUTE)));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
