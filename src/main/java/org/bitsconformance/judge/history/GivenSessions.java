package org.bitsconformance.judge.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Request;

/** The sessions that a server gave in a case, by their handles, and which of them a request names. */
final class GivenSessions {

    private final Map<Integer, Given> given = new HashMap<>();
    private boolean othersUnread;

    /**
     * A session as the server gave it.
     *
     * @param id as in the Ack
     * @param resource what it was created for
     */
    private record Given(String id, String resource) {}

    /** Notes the id that the server gave a session. */
    void give(int session, String id, String resource) {
        given.put(session, new Given(id, resource));
    }

    /** Notes whether the answer to a Create-Session could not be read: it may have given any id. */
    void unread(boolean unread) {
        othersUnread |= unread;
    }

    /** Why a request with such a reference is open, as a clause; empty if it is not. */
    Optional<String> whyOpen(Reference reference) {
        return reference == Reference.UNKNOWN && othersUnread
                ? Optional.of("an answer to Create-Session could not be read, and may have given this session id")
                : Optional.empty();
    }

    /** Whether the session id of a request is one that the server gave, and for what the request is about. */
    Reference reference(Request request) {
        return request.sessionId().map(id -> reference(id, request.resource())).orElse(Reference.NONE);
    }

    private Reference reference(String id, String resource) {
        List<Given> exact =
                given.values().stream().filter(one -> one.id().equals(id)).toList();
        if (!exact.isEmpty()) {
            return exact.stream().map(Given::resource).anyMatch(resource::equals)
                    ? Reference.GIVEN
                    : Reference.ELSEWHERE;
        }
        return given.values().stream().anyMatch(one -> SessionSpelling.same(one.id(), id))
                ? Reference.RESPELT
                : Reference.UNKNOWN;
    }

    /** Handles of the sessions that a request may be about: it has their id, or is for the same resource. */
    Stream<Integer> namedBy(Request request) {
        List<String> ids = request.headers().all(BitsHeaders.SESSION_ID);
        return given.entrySet().stream()
                .filter(one -> ids.contains(one.getValue().id())
                        || one.getValue().resource().equals(request.resource()))
                .map(Map.Entry::getKey);
    }
}
