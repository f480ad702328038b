package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.drive.transport.RollingDigest;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.ReplyUrl;

/**
 * One upload of a case: its URL, its content, and the session that the server gave it. Each packet comes in two forms:
 * {@link #creating()} and the like give a packet that can still be changed, {@link #create()} and the like send it as
 * the documents specify.
 */
public final class Upload {

    private static final int MOST_IDLE_ANSWERS = 2;

    /** The largest fragment, in bytes, where a scenario uses several fragments. */
    private static final long MOST_AT_ONCE = 1L << 20;

    /** Up to so many bytes an upload is small. */
    private static final long SMALL = 16L << 20;

    private final BitsClient client;
    private final String name;
    private final Payload payload;
    private final RollingDigest digest;
    private SessionRoute route;
    private int session;
    private Optional<String> sessionId = Optional.empty();
    private Optional<String> replyUrl = Optional.empty();
    private boolean open;
    private long next;

    Upload(BitsClient client, String name, URI url, Payload payload) {
        this.client = client;
        this.name = name;
        this.payload = payload;
        this.digest = new RollingDigest(payload);
        this.route = SessionRoute.home(url);
    }

    /** Create-Session with only the BITS 1.5 GUID, in its own session. */
    public Outgoing creating() {
        int own = client.newSession();
        session = own;
        next = 0;
        client.expectNotification(session, name, payload, false);
        goBack();
        Packet packet = Packet.of(PacketType.CREATE_SESSION, route.origin())
                .with(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5)
                .with(BitsHeaders.CONTENT_NAME, name);
        return outgoing(packet, answer -> {
            sessionId = answer.headers().first(BitsHeaders.SESSION_ID).filter(id -> !id.isEmpty());
            open = sessionId.isPresent();
            if (open) {
                route = client.traffic().routeAfter(answer, route.origin(), own);
            }
        });
    }

    /**
     * Create-Session with only the BITS 1.5 GUID.
     *
     * @throws DrivingStopped when the answer gives no session
     */
    public void create() {
        Answer answer = creating().send();
        if (!open) {
            throw stopped("Create-Session was answered " + answer.status() + " without " + BitsHeaders.SESSION_ID);
        }
    }

    /** The name of its destination, as in the URL. */
    public String name() {
        return name;
    }

    URI url() {
        return route.url();
    }

    /** Where its packets go: to the host that the Ack to Create-Session named, if possible. */
    public SessionRoute route() {
        return route;
    }

    /** Sends what follows to the host where the session was created, like a client that cannot reach the named one. */
    public void goBack() {
        route = SessionRoute.home(route.origin());
    }

    /** Number of bytes of the whole upload. */
    public long size() {
        return payload.length();
    }

    /** Whether the server has given a session and has not said since that it is closed or cancelled. */
    public boolean isOpen() {
        return open;
    }

    /** The session id that the server gave; empty before that. */
    public Optional<String> sessionId() {
        return sessionId;
    }

    /** Acts from now on as if the server had given this session id. */
    public void pretendSession(String id) {
        sessionId = Optional.of(id);
    }

    /** Acts from now on as if no session id were needed. */
    public void forgetSession() {
        sessionId = Optional.empty();
    }

    /** A Ping to the upload's URL, without a session. */
    public Outgoing pinging() {
        return outgoing(Packet.of(PacketType.PING, url()), answer -> {});
    }

    /**
     * A fragment; after its answer, {@link #nextOffset()} is the offset at which the server wants to go on.
     *
     * @param first offset of its first byte
     * @param last offset of its last byte
     * @throws DrivingStopped when the target's declared limit for fragments is smaller
     */
    public Outgoing fragmenting(long first, long last) {
        long most = client.target().uploads().largestFragment().orElse(Long.MAX_VALUE);
        if (last - first + 1 > most) {
            throw client.notApplicable(
                    "the target declares maxFragment " + most + " bytes, but this case needs " + (last - first + 1));
        }
        return fragmentingOverLimit(first, last);
    }

    /** Like {@link #fragmenting}, but exceeds the target's declared limit for fragments. */
    public Outgoing fragmentingOverLimit(long first, long last) {
        if (session != 0) {
            client.expectNotification(session, name, payload, last + 1 == payload.length());
        }
        ContentRange range = new ContentRange(first, last, payload.length());
        Packet packet = withSession(PacketType.FRAGMENT)
                .with(BitsHeaders.CONTENT_RANGE, range.toString())
                .with(new Content(payload, first, range.length(), 0, rolling()));
        return outgoing(packet, answer -> {
            client.packetAnswered();
            next = named(answer).orElseGet(() -> answer.success() ? last + 1 : next);
            answer.headers()
                    .first(BitsHeaders.REPLY_URL)
                    .filter(named -> !named.isBlank())
                    .ifPresent(named -> replyUrl = Optional.of(named));
        });
    }

    /** To generate a small upload again costs less than to digest each that is sent. */
    private Optional<RollingDigest> rolling() {
        return payload.length() > SMALL ? Optional.of(digest) : Optional.empty();
    }

    /** Sends one fragment, like {@link #fragmenting}. */
    public Answer fragment(long first, long last) {
        return fragmenting(first, last).send();
    }

    /**
     * Sends what the server still wants, in fragments of {@code size} bytes, always from the offset that it named last.
     *
     * @throws DrivingStopped when it refuses a fragment, makes no progress, or names an offset outside the upload
     */
    public void sendRest(long size) {
        sendUpTo(payload.length(), size);
    }

    /** Like {@link #sendRest}, but only up to an offset, exclusive. */
    public void sendUpTo(long end, long size) {
        boolean asOne = client.adaptation().to(Subject.FRAGMENTS)
                && end == payload.length()
                && end <= client.target().uploads().largestFragment().orElse(MOST_AT_ONCE);
        int idle = 0;
        while (next < end) {
            long before = next;
            Answer answer = fragment(before, Math.min(before + (asOne ? end : size), end) - 1);
            if (!answer.success() && answer.status() != 416) {
                throw stopped("a fragment was answered " + answer.status());
            }
            if (next < 0 || next > payload.length()) {
                throw stopped("the server wants to go on at " + next + ", outside of the upload");
            }
            idle = next > before ? 0 : idle + 1;
            if (idle == MOST_IDLE_ANSWERS) {
                throw stopped("the upload makes no progress: the server wants byte " + next + " again and again");
            }
        }
    }

    /** The value of {@code BITS-Reply-URL} in the last Ack to a fragment that had one; empty before that. */
    public Optional<String> replyUrl() {
        return replyUrl;
    }

    /**
     * The reply to this upload; nothing is sent yet.
     *
     * @throws DrivingStopped when no Ack has named its URL, or the URL is not http or https
     */
    public Reply reply() {
        String named =
                replyUrl.orElseThrow(() -> client.notApplicable("no Ack to a fragment had a " + BitsHeaders.REPLY_URL));
        return ReplyUrl.of(named, route.origin())
                .map(found -> new Reply(client, session, found.url(), Reply.Place.of(found, route.origin())))
                .orElseThrow(
                        () -> client.notApplicable("the " + BitsHeaders.REPLY_URL + " is no URL of http or https"));
    }

    /** A Close-Session. */
    public Outgoing closing() {
        return outgoing(withSession(PacketType.CLOSE_SESSION), this::ended);
    }

    /** Sends Close-Session. */
    public void close() {
        closing().send();
    }

    /** A Cancel-Session. */
    public Outgoing cancelling() {
        return outgoing(withSession(PacketType.CANCEL_SESSION), this::ended);
    }

    /** Sends Cancel-Session. */
    public void cancel() {
        cancelling().send();
    }

    /** Sends nothing that is judged after a moment of {@link System#nanoTime}, for that reason. */
    void endAt(long nanos, String why) {
        client.connection().endAt(nanos, why);
    }

    /** Where the server puts it. */
    public UploadDestination destination() {
        return new UploadDestination(client, session, name, url(), payload, digest);
    }

    /** The offset at which the server wants to go on; if it did not say, the offset it should want. */
    public long nextOffset() {
        return next;
    }

    private void ended(Answer answer) {
        open = open && !answer.success();
    }

    private Outgoing outgoing(Packet packet, Consumer<Answer> answered) {
        return new Outgoing(client, packet, session, answered);
    }

    private Packet withSession(PacketType type) {
        Packet packet = Packet.of(type, url());
        return sessionId.isPresent() ? packet.with(BitsHeaders.SESSION_ID, sessionId.get()) : packet;
    }

    private static Optional<Long> named(Answer answer) {
        return answer.headers()
                .first(BitsHeaders.RECEIVED_CONTENT_RANGE)
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static DrivingStopped stopped(String reason) {
        return new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, reason);
    }
}
