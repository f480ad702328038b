package org.bitsconformance.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.capture.RefusedUpload;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;

/** One upload of one client while it is observed. Its book keeps threads apart. */
final class ObservedCase {

    private static final int MOST_IDS = 1_000;

    private final String id;
    private final boolean refusalMatters;
    private final Recent<Integer> sessions = new Recent<>(MOST_IDS);
    private final Set<Integer> closed = new HashSet<>();
    private final Map<String, Underway> awaited = new LinkedHashMap<>();
    private final Map<String, Exchange> waiting = new HashMap<>();
    private final Set<String> contested = new HashSet<>();
    private int lastSession;
    private Optional<Asked> asked = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Optional<CaseEnd> conclusion = Optional.empty();
    private boolean ending;
    private boolean ended;

    /**
     * How a packet was sent.
     *
     * @param session handle of its session; 0 for none
     * @param attempt 1, or more if it answers a request for credentials
     */
    record Sent(int session, int attempt) {}

    /** An exchange that has not been recorded yet. */
    private record Underway(Sent sent, Object connection) {

        /** Whether the server may read either of two packets first, and the order matters. */
        boolean races(Underway other) {
            return sent.session() > 0 && sent.session() == other.sent.session() && !connection.equals(other.connection);
        }
    }

    /** A packet that the server wants to see again, with credentials. */
    private record Asked(String packet, Sent sent) {}

    /** {@code refusalMatters} says whether a refusal at the end leaves open what the server ought to have done. */
    ObservedCase(String id, boolean refusalMatters) {
        this.id = id;
        this.refusalMatters = refusalMatters;
    }

    String id() {
        return id;
    }

    /** Numbers a packet that is about to be sent. */
    Sent send(Request request) {
        Optional<Sent> again =
                asked.filter(one -> one.packet().equals(words(request))).map(Asked::sent);
        asked = Optional.empty();
        if (again.isPresent()) {
            return new Sent(again.get().session(), again.get().attempt() + 1);
        }
        if (request.is(PacketType.CREATE_SESSION)) {
            lastSession++;
            return new Sent(lastSession, 1);
        }
        return new Sent(
                request.sessionId()
                        .map(given -> sessions.get(given).orElse(lastSession))
                        .orElse(0),
                1);
    }

    /** What makes two packets the same, when only their credentials differ. */
    private static String words(Request request) {
        return String.join(
                " ",
                request.headers().first(BitsHeaders.PACKET_TYPE).orElse(""),
                request.sessionId().orElse(""),
                request.headers().first(BitsHeaders.CONTENT_RANGE).orElse(""),
                request.resource());
    }

    /** Takes note of an answer; returns whether it ends an upload. */
    boolean answered(Request request, Sent sent, Answer answer) {
        if (FrontEnd.asksForCredentials(answer)) {
            asked = Optional.of(new Asked(words(request), sent));
        }
        if (request.is(PacketType.CREATE_SESSION)) {
            answer.headers().first(BitsHeaders.SESSION_ID).ifPresent(given -> sessions.put(given, sent.session()));
        }
        boolean ends = request.is(PacketType.CLOSE_SESSION) || request.is(PacketType.CANCEL_SESSION);
        return ends && answer.status() == 200 && sent.session() > 0 && closed.add(sent.session());
    }

    /** An exchange has begun. */
    void await(String exchange, Sent sent, Object connection) {
        Underway fresh = new Underway(sent, connection);
        awaited.forEach((id, other) -> {
            if (!waiting.containsKey(id) && fresh.races(other)) {
                contested.add(id);
                contested.add(exchange);
            }
        });
        awaited.put(exchange, fresh);
    }

    /** Whether another packet of its session was under way on another connection. */
    boolean isContested(String exchange) {
        return contested.contains(exchange);
    }

    /** Takes an exchange that has ended; returns those that can be recorded now. */
    List<Exchange> ended(Exchange exchange) {
        waiting.put(exchange.id(), exchange);
        List<Exchange> ready = new ArrayList<>();
        while (!awaited.isEmpty()
                && waiting.containsKey(awaited.keySet().iterator().next())) {
            Exchange next = waiting.remove(awaited.keySet().iterator().next());
            awaited.remove(next.id());
            contested.remove(next.id());
            if (next.purpose().judged()) {
                refusal = RefusedUpload.in(next).or(() -> RefusedUpload.saysNothing(next) ? refusal : Optional.empty());
            }
            ready.add(next);
        }
        return ready;
    }

    boolean hasSession() {
        return lastSession > 0;
    }

    /** Whether its last session was closed or cancelled. */
    boolean isOver() {
        return lastSession > 0 && closed.contains(lastSession);
    }

    boolean isOpen() {
        return !ending;
    }

    /** From now on takes no more packets; ends once those under way have ended. */
    void end() {
        ending = true;
    }

    /** Whether something of it is under way. */
    boolean isBusy() {
        return !awaited.isEmpty();
    }

    /** Says how it ends: whole, or without what {@code why} says. */
    void conclude(String why) {
        conclusion =
                Optional.of(new CaseEnd(id, why.isEmpty() ? CaseEnd.Ending.DRIVEN : CaseEnd.Ending.INTERRUPTED, why));
    }

    /** Its end, once, when nothing of it is under way. */
    Optional<CaseEnd> takeEnd() {
        if (!ending || ended || !awaited.isEmpty()) {
            return Optional.empty();
        }
        ended = true;
        return Optional.of(outlook());
    }

    /** How it would end now. */
    CaseEnd outlook() {
        if (conclusion.isPresent()) {
            return conclusion.get();
        }
        if (isOver() || lastSession == 0) {
            return new CaseEnd(id, CaseEnd.Ending.DRIVEN, "");
        }
        return refusal.filter(why -> refusalMatters)
                .map(why -> new CaseEnd(id, CaseEnd.Ending.PREREQUISITE_MISSING, why))
                .orElseGet(() -> refusal.isPresent()
                        ? new CaseEnd(id, CaseEnd.Ending.DRIVEN, "")
                        : new CaseEnd(
                                id, CaseEnd.Ending.INTERRUPTED, "the observation ended before the upload was closed"));
    }
}
