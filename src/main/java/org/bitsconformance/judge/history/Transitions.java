package org.bitsconformance.judge.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.judge.history.SessionState.Phase;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Request;

/**
 * What the documents permit a server to answer to a packet in a state, and to do. If they disagree, both are here: the
 * rules decide which of them a dialect follows.
 */
final class Transitions {

    private static final Set<Integer> OK = Set.of(200);
    private static final Set<Integer> OUT_OF_SYNC = Set.of(416);
    private static final Set<Integer> INVALID = Set.of(400, 416);
    private static final Set<Integer> NO_SUCH_SESSION = Set.of(400, 500);

    private Transitions() {}

    static List<Permitted> of(SessionState state, Request request) {
        PacketType type = request.packetType().orElse(PacketType.ACK);
        return switch (type) {
            case PING -> List.of(same(Set.of(200, 400, 403, 404, 500), state));
            case FRAGMENT -> state.open() ? fragment(state, request) : List.of(same(NO_SUCH_SESSION, state));
            case CLOSE_SESSION -> state.open() ? close(state) : List.of(same(NO_SUCH_SESSION, state));
            case CANCEL_SESSION -> state.open() ? cancel(state) : List.of(same(NO_SUCH_SESSION, state));
            case CREATE_SESSION, ACK -> List.of(same(NO_SUCH_SESSION, state));
        };
    }

    /** How many of the bytes that a session waits for came with a fragment: the server may keep any number of them. */
    static long partsKept(SessionState state, Request request) {
        return request.contentRange()
                .filter(range -> request.is(PacketType.FRAGMENT))
                .filter(range -> state.open() && state.hasTotalOf(range) && range.first() <= state.next())
                .filter(range -> request.bodyLength() <= range.length())
                .map(range -> Math.max(0, range.first() + request.bodyLength() - state.next()))
                .orElse(0L);
    }

    private static List<Permitted> fragment(SessionState state, Request request) {
        if (request.contentRange().isEmpty()) {
            return List.of(same(INVALID, state));
        }
        ContentRange range = request.contentRange().get();
        if (!state.hasTotalOf(range) || request.bodyLength() != range.length()) {
            return List.of(same(INVALID, state));
        }
        Permitted refused = new Permitted(OUT_OF_SYNC, OptionalLong.of(state.next()), state);
        long end = range.last() + 1;
        if (range.first() == state.next()) {
            return List.of(taken(state, range, end));
        }
        if (range.first() > state.next()) {
            return List.of(refused);
        }
        return overlap(state, range, end, refused);
    }

    /**
     * Win32 fragment: only the new bytes are written. MC-BUP 3.2.5.2.6: refused. MC-BUP 3.2.5.1.2: a last fragment
     * repeated.
     */
    private static List<Permitted> overlap(SessionState state, ContentRange range, long end, Permitted refused) {
        List<Permitted> permitted = new ArrayList<>(List.of(refused));
        long reached = Math.max(state.next(), end);
        SessionState after = state.at(reached, range.total());
        permitted.add(new Permitted(OK, OptionalLong.of(reached), after));
        if (end < reached) {
            permitted.add(new Permitted(OK, OptionalLong.of(end), after));
        }
        return permitted;
    }

    private static Permitted taken(SessionState state, ContentRange range, long end) {
        return new Permitted(OK, OptionalLong.of(end), state.at(end, range.total()));
    }

    /** An early Close deletes the upload (Win32 close-session) or moves what is there (MC-BUP 3.2.5.2.7). */
    private static List<Permitted> close(SessionState state) {
        return List.of(same(OK, state.in(Phase.CLOSED)));
    }

    /** A Cancel after the last byte may leave the session as it is (MC-BUP 3.2.5.1.4) or end it (3.2.5.2.8). */
    private static List<Permitted> cancel(SessionState state) {
        Permitted cancelled = same(OK, state.in(Phase.CANCELLED));
        return state.complete()
                ? List.of(cancelled, same(OK, state), same(NO_SUCH_SESSION, state))
                : List.of(cancelled);
    }

    private static Permitted same(Set<Integer> statuses, SessionState state) {
        return new Permitted(statuses, OptionalLong.empty(), state);
    }
}
