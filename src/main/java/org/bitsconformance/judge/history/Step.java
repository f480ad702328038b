package org.bitsconformance.judge.history;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.UnusualForm;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Request;

/** A packet of a case, its answer, and the states that its session may have been in. Immutable. */
public final class Step {

    private static final Set<Flaw> OF_THE_SESSION =
            EnumSet.of(Flaw.SESSION_UNKNOWN, Flaw.SESSION_ENDED, Flaw.TOTAL_CHANGED);

    private static final int UNAUTHORIZED = 401;

    /** The possible states of the session before and after a packet, and what happened around it. */
    record Course(PermittedStates before, PermittedStates after, Surroundings around) {}

    /** What a packet's session id names. */
    public enum Reference {
        /** The packet has no session id. */
        NONE,
        /** A session that the server gave to this case. */
        GIVEN,
        /** A session that the server gave to this case, in another case, with other braces, or with spaces inside. */
        RESPELT,
        /** A session that the server gave to this case for another URL. */
        ELSEWHERE,
        /** No session that the server has given. */
        UNKNOWN
    }

    private final Exchange exchange;
    private final Request request;
    private final Optional<Answer> answer;
    private final Reference reference;
    private final PermittedStates before;
    private final PermittedStates after;
    private final Surroundings around;

    /** Parsed once from the bytes, because every rule asks for it. */
    private final Set<UnusualForm> unusualForms;

    private final Set<Flaw> flaws;
    private final HostFollowed hostFollowed;
    private final boolean httpRequest;
    private final Optional<Answer> ack;

    Step(
            Exchange exchange,
            Request request,
            Optional<Answer> answer,
            Reference reference,
            Course course,
            Set<Flaw> flaws,
            HostFollowed hostFollowed) {
        this.exchange = exchange;
        this.request = request;
        this.answer = answer;
        this.reference = reference;
        this.before = course.before;
        this.after = course.after;
        this.around = course.around;
        this.unusualForms = Collections.unmodifiableSet(UnusualForm.of(exchange));
        this.flaws = Collections.unmodifiableSet(flaws);
        this.hostFollowed = hostFollowed;
        this.httpRequest = Request.wellFormed(exchange.request()) && unusualForms.isEmpty();
        this.ack = answer.filter(seen -> around.leftOpen().isEmpty()).filter(this::isAck);
    }

    /** Its record. */
    public Exchange exchange() {
        return exchange;
    }

    /** The packet as it was sent. */
    public Request request() {
        return request;
    }

    /** The answer, once its whole header has arrived. */
    public Optional<Answer> answer() {
        return answer;
    }

    /** What the packet's session id names. */
    public Reference reference() {
        return reference;
    }

    /** Where it went, compared with the host that the server named when it created the session. */
    public HostFollowed hostFollowed() {
        return hostFollowed;
    }

    /** The states that the session may have been in before the packet; unknown if it names no session. */
    public PermittedStates before() {
        return before;
    }

    /** States that the session may be in after the answer. */
    public PermittedStates after() {
        return after;
    }

    /** What happened to its body, if it had one and was refused. */
    public RefusedBody refusedBody() {
        return around.body();
    }

    /** Number of bytes after the end of the answer, with it or before the next request. */
    public int excess() {
        return around.excess();
    }

    /** Whether a Ping on a new connection was answered after this packet was not. */
    public boolean serverAlive() {
        return pingAfter().isPresent();
    }

    /** The Ping on a new connection that was answered after this packet was not. */
    public Optional<Exchange> pingAfter() {
        return around.pingAfter();
    }

    public boolean is(PacketType type) {
        return request.is(type);
    }

    /** Whether it is a Fragment, Close-Session or Cancel-Session: the packets that belong to a session. */
    public boolean belongsToSession() {
        return is(PacketType.FRAGMENT) || is(PacketType.CLOSE_SESSION) || is(PacketType.CANCEL_SESSION);
    }

    /** The range, if this is a well-formed fragment of a session that the server gave. */
    public Optional<ContentRange> validFragment() {
        return request.contentRange()
                .filter(range -> is(PacketType.FRAGMENT) && reference == Reference.GIVEN && wellFormed());
    }

    /** The reasons that the packet gives the server not to carry it out. */
    public Set<Flaw> flaws() {
        return flaws;
    }

    /** The flaws visible in the bytes: all except {@link Flaw#OPEN}, which only the driver knows. */
    public Set<Flaw> shownFlaws() {
        Set<Flaw> shown = EnumSet.noneOf(Flaw.class);
        shown.addAll(flaws());
        shown.remove(Flaw.OPEN);
        return shown;
    }

    /** Whether this is the packet's only flaw, so that its answer can be judged. */
    public boolean onlyFlaw(Flaw flaw) {
        return flaws().equals(Set.of(flaw));
    }

    /** Whether the packet's only flaw is its session id: a GUID in braces that the server never gave. */
    public boolean namesUnknownSession() {
        return belongsToSession() && onlyFlaw(Flaw.SESSION_UNKNOWN);
    }

    /** Whether the form of the packet gives no reason to refuse it; the session's state still may. */
    public boolean wellFormed() {
        return OF_THE_SESSION.containsAll(flaws());
    }

    /**
     * Whether the request is HTTP as BITS clients send it; to any other, a front end may answer as HTTP allows, or not
     * at all.
     */
    public boolean httpRequest() {
        return httpRequest;
    }

    /** What the request does that no BITS client does. */
    public Set<UnusualForm> unusualForms() {
        return unusualForms;
    }

    /**
     * Why the answer to the packet is open, as a clause: no document gives the packet one meaning, or HTTP lets a front
     * end refuse it. Empty if it is not open.
     */
    public Optional<String> leftOpen() {
        return around.leftOpen();
    }

    /** The answer, if it must be an Ack. */
    public Optional<Answer> ack() {
        return ack;
    }

    private boolean isAck(Answer seen) {
        return !FrontEnd.answered(seen)
                && !FrontEnd.asksForCredentials(seen)
                && !FrontEnd.refusesSize(seen)
                && (httpRequest || OpenRequest.mayBeRefused(exchange, unusualForms))
                && !exchange.judgesNothing()
                && !refusedForItsPath(seen)
                && !refusedForItsSender(seen)
                && !(exchange.purpose() == Purpose.BEYOND && !seen.success() && !seen.ofTheProtocol());
    }

    /**
     * A 401 that asks for no credentials, because it has no challenge (RFC 2616 10.4.2), to a request that carries
     * none. It is an Ack by its headers, or refuses a packet with a flaw: on a target without credentials, it comes
     * from the server itself.
     */
    public Optional<Answer> denial() {
        return answer.filter(seen -> seen.status() == UNAUTHORIZED
                && !seen.headers().has("WWW-Authenticate")
                && !request.headers().has("Authorization")
                && identity() == Identity.USER
                && httpRequest
                && !exchange.judgesNothing()
                && (seen.ofTheProtocol() || !shownFlaws().isEmpty()));
    }

    /** Whether the answer may come from an HTTP server that passes this path on to nobody (MC-BUP 3.2.5.2.1). */
    private boolean refusedForItsPath(Answer seen) {
        return request.leadsUpwards() && !seen.success() && !seen.ofTheProtocol();
    }

    /** Whether the answer may come from a front end that does not let this user in (RFC 2616 10.4.4). */
    private boolean refusedForItsSender(Answer seen) {
        return identity() != Identity.USER && !seen.success() && !seen.ofTheProtocol();
    }

    /** Whether the answer asks for credentials and another attempt followed, so that it settles nothing. */
    public boolean challenged() {
        return around.challenged();
    }

    /** Whose credentials the packet carried. */
    public Identity identity() {
        return exchange.carriage().identity();
    }

    /** The name of the packet, for messages. */
    public String packet() {
        return request.packetType().map(PacketType::toString).orElse("a packet of no known type");
    }
}
