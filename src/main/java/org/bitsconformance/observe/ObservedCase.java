package org.bitsconformance.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Map<String, Integer> sessions = new LinkedHashMap<>();
    private final Set<Integer> closed = new HashSet<>();
    private final Deque<String> awaited = new ArrayDeque<>();
    private final Map<String, Exchange> waiting = new HashMap<>();
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
                        .map(given -> sessions.getOrDefault(given, lastSession))
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
            answer.headers().first(BitsHeaders.SESSION_ID).ifPresent(given -> {
                sessions.put(given, sent.session());
                if (sessions.size() > MOST_IDS) {
                    sessions.remove(sessions.keySet().iterator().next());
                }
            });
        }
        boolean ends = request.is(PacketType.CLOSE_SESSION) || request.is(PacketType.CANCEL_SESSION);
        return ends && answer.status() == 200 && sent.session() > 0 && closed.add(sent.session());
    }

    /** An exchange has begun. */
    void await(String exchange) {
        awaited.add(exchange);
    }

    /** Takes an exchange that has ended; returns those that can be recorded now. */
    List<Exchange> ended(Exchange exchange) {
        waiting.put(exchange.id(), exchange);
        List<Exchange> ready = new ArrayList<>();
        while (!awaited.isEmpty() && waiting.containsKey(awaited.peek())) {
            Exchange next = waiting.remove(awaited.poll());
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
