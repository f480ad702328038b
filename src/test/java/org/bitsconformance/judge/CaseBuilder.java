package org.bitsconformance.judge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.book.Judge;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Histories;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * Builds a case for rules without a server. Every packet and every Ack is right. A test changes one thing, either in
 * the Ack of a packet, with the last argument, or in what comes next, with a method that begins with {@code next}.
 */
public final class CaseBuilder {

    public static final String CASE = "case-1";
    public static final long TIMEOUT_MILLIS = 5000;
    public static final String UNKNOWN_SESSION = "{00000000-BEEF-4BAD-8BAD-0123456789AB}";

    private final List<Event> events =
            new ArrayList<>(List.of(new CaseStart(CASE, "scenario", Map.of(), List.of(), 1)));
    private Dialect dialect = Dialect.ANY;
    private String url = "http://server.example/upload/";
    private String mode = "upload";
    private String readback = "url";
    private Declared declared = Declared.NOTHING;
    private OptionalLong maxUpload = OptionalLong.empty();
    private OptionalLong maxFragment = OptionalLong.empty();
    private boolean uploadSeen;
    private Optional<String> anyName = Optional.empty();
    private int creates;
    private int handle;
    private int exchanges;
    private long rested;
    private int connection = 1;
    private int connections = 1;
    private final Map<Integer, Integer> requests = new HashMap<>();
    private long nextMicros = 1;
    private int nextAttempt = 1;
    private UnaryOperator<Message> nextRequest = UnaryOperator.identity();
    private Optional<String> nextAnswer = Optional.empty();
    private Ending nextEnding = Ending.ANSWERED;
    private long limitMillis = 5_000;
    private String nextUnasked = "";
    private Purpose purpose = Purpose.CASE;
    private Identity identity = Identity.USER;
    private boolean proxied;
    private boolean otherName;
    private int lane;
    private boolean nextBegunEarly;
    private OptionalLong nextFirstByte = OptionalLong.empty();
    private final List<PlayedNotification> notifications = new ArrayList<>();

    private CaseBuilder() {}

    /** A case in which nothing has been sent yet. */
    public static CaseBuilder session() {
        return new CaseBuilder();
    }

    /** A case with a session that is open and waits for byte 0. */
    public static CaseBuilder created() {
        return session().create();
    }

    public CaseBuilder dialect(Dialect other) {
        dialect = other;
        return this;
    }

    public CaseBuilder url(String other) {
        url = other;
        return this;
    }

    public CaseBuilder uploadReply() {
        mode = "upload-reply";
        return this;
    }

    public CaseBuilder readback(String declared) {
        readback = declared;
        return this;
    }

    /** Declares these limits for uploads and fragments, in bytes. */
    public CaseBuilder limits(long upload, long fragment) {
        maxUpload = OptionalLong.of(upload);
        maxFragment = OptionalLong.of(fragment);
        return this;
    }

    public CaseBuilder declared(Declared other) {
        declared = other;
        return this;
    }

    /** Declares whether uploads may replace existing files. */
    public CaseBuilder overwrite(boolean permitted) {
        return declared(
                new Declared(false, Optional.of(permitted), Optional.empty(), OptionalLong.empty(), Optional.empty()));
    }

    /** A finished upload was seen at its destination before this case. */
    public CaseBuilder uploadSeen() {
        uploadSeen = true;
        return this;
    }

    /** Names without an upload may have something too, for this reason. */
    public CaseBuilder anyName(String why) {
        anyName = Optional.of(why);
        return this;
    }

    public CaseBuilder purpose(Purpose other) {
        purpose = other;
        return this;
    }

    /** From now on, sends packets with these credentials. */
    public CaseBuilder as(Identity other) {
        identity = other;
        return this;
    }

    /** From now on, sends to the target's own host under another name. */
    public CaseBuilder byOtherName() {
        otherName = true;
        return this;
    }

    /** From now on, sends through an HTTP proxy. */
    public CaseBuilder byProxy() {
        proxied = true;
        return this;
    }

    /** Declares that the target asks for Basic credentials. */
    public CaseBuilder asksForCredentials() {
        return declared(new Declared(
                false,
                new Declared.Capabilities(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                Optional.empty(),
                new DeclaredAccess(Optional.of("basic"), true, true),
                DeclaredLimits.NONE));
    }

    /** During the next packet, the server application is notified of an upload of this session. */
    public CaseBuilder notified(UnaryOperator<PlayedNotification> change) {
        notifications.add(change.apply(new PlayedNotification()));
        return this;
    }

    /** During the next packet, the server application is correctly notified. */
    public CaseBuilder notified() {
        return notified(UnaryOperator.identity());
    }

    /** The first byte of the next answer comes as soon as the packet is sent. */
    public CaseBuilder nextBegunEarly() {
        nextBegunEarly = true;
        return this;
    }

    /** The first byte of the next answer comes this much after the packet, and the rest with it. */
    public CaseBuilder nextBegunAfter(long micros) {
        nextFirstByte = OptionalLong.of(micros);
        nextMicros = micros;
        return this;
    }

    /** The next packet is the last one, sent again over the same connection. */
    public CaseBuilder nextAttempt() {
        nextAttempt = 2;
        return this;
    }

    /** Continues with the session that the nth Create-Session created. */
    public CaseBuilder in(int session) {
        handle = session;
        return this;
    }

    /** Continues with a session id that the server never gave. */
    public CaseBuilder nextSessionId(String id) {
        return nextRequest(request -> request.with("BITS-Session-Id", id));
    }

    public CaseBuilder nextRequest(UnaryOperator<Message> change) {
        nextRequest = change;
        return this;
    }

    /** The next packet gets no answer. */
    public CaseBuilder nextUnanswered(Ending how) {
        return nextAnswered("", how);
    }

    /** From now on, the time limit is this many milliseconds instead of 5000. */
    public CaseBuilder limit(long millis) {
        limitMillis = millis;
        return this;
    }

    /** The next packet gets this text as its answer. */
    public CaseBuilder nextAnswered(String text, Ending how) {
        nextAnswer = Optional.of(text);
        nextEnding = how;
        return this;
    }

    /** Before the next packet, the server sends this unasked. */
    public CaseBuilder nextUnasked(String text) {
        nextUnasked = text;
        return this;
    }

    /** The next packet comes this much later. */
    public CaseBuilder resting(long millis) {
        rested += millis * 1000;
        return this;
    }

    /** The next packet is the last one, sent again over a new connection. */
    public CaseBuilder nextAgain() {
        nextAttempt = 2;
        return newConnection();
    }

    public CaseBuilder newConnection() {
        connections++;
        connection = connections;
        return this;
    }

    /** Continues over a connection that was left open; the first is 1. */
    public CaseBuilder connection(int number) {
        connection = number;
        return this;
    }

    /** The answer to the next packet comes this late. */
    public CaseBuilder nextAfter(long millis) {
        nextMicros = millis * 1_000;
        return this;
    }

    public CaseBuilder ping() {
        return ping(UnaryOperator.identity());
    }

    public CaseBuilder ping(UnaryOperator<Message> ack) {
        return packet(packet("Ping"), ack.apply(ack()));
    }

    public CaseBuilder create() {
        return create(UnaryOperator.identity());
    }

    public CaseBuilder create(UnaryOperator<Message> ack) {
        handle = ++creates;
        return packet(
                packet("Create-Session").with("BITS-Supported-Protocols", UploadProtocol.BITS_1_5),
                ack.apply(ack().with("BITS-Protocol", UploadProtocol.BITS_1_5)
                        .with("BITS-Session-Id", id(handle))
                        .with("Accept-Encoding", "identity")));
    }

    public CaseBuilder fragment(long first, long last, long total) {
        return fragment(first, last, total, UnaryOperator.identity());
    }

    public CaseBuilder fragment(long first, long last, long total, UnaryOperator<Message> ack) {
        byte[] bytes = new Payload(1, total).range(first, (int) (last - first + 1));
        return packet(
                ofSession("Fragment")
                        .with("Content-Range", "bytes " + first + "-" + last + "/" + total)
                        .body(new String(bytes, StandardCharsets.ISO_8859_1)),
                ack.apply(ackOfSession().with("BITS-Received-Content-Range", String.valueOf(last + 1))));
    }

    public CaseBuilder close() {
        return close(UnaryOperator.identity());
    }

    public CaseBuilder close(UnaryOperator<Message> ack) {
        return packet(ofSession("Close-Session"), ack.apply(ackOfSession()));
    }

    public CaseBuilder cancel() {
        return cancel(UnaryOperator.identity());
    }

    public CaseBuilder cancel(UnaryOperator<Message> ack) {
        return packet(ofSession("Cancel-Session"), ack.apply(ackOfSession()));
    }

    /** A Ping on a new connection that tests whether the server is there at all. */
    public CaseBuilder probe(boolean answered) {
        Purpose before = purpose;
        newConnection().purpose(Purpose.PROBE);
        if (!answered) {
            nextUnanswered(Ending.TIMED_OUT);
        }
        return ping().purpose(before);
    }

    /** Downloads the reply, over its own connection. */
    public CaseBuilder download(Message request, Message answer) {
        Purpose before = purpose;
        return newConnection().purpose(Purpose.DOWNLOAD).packet(request, answer).purpose(before);
    }

    /** Any request and its answer. */
    public CaseBuilder packet(Message request, Message answer) {
        exchanges++;
        requests.merge(connection, 1, Integer::sum);
        for (PlayedNotification notification : notifications) {
            events.add(notification.event("n" + events.size(), handle, exchanges * 10L + 1));
        }
        notifications.clear();
        events.add(new Exchange(
                "x" + exchanges,
                CASE,
                purpose,
                handle,
                nextAttempt,
                "c" + connection,
                requests.get(connection),
                WireBytes.of(nextUnasked),
                WireBytes.of(nextRequest.apply(request).text()),
                WireBytes.of(nextAnswer.orElseGet(answer::text)),
                nextEnding,
                new Exchange.Timing(
                        rested + exchanges * 10L,
                        rested + exchanges * 10L + 1,
                        nextBegunEarly ? OptionalLong.of(rested + exchanges * 10L) : firstByte(),
                        rested + exchanges * 10L + 1 + micros()),
                new SendContext(identity, proxied, otherName).in(lane)));
        nextRequest = UnaryOperator.identity();
        nextAnswer = Optional.empty();
        nextEnding = Ending.ANSWERED;
        nextUnasked = "";
        nextAttempt = 1;
        nextBegunEarly = false;
        nextFirstByte = OptionalLong.empty();
        nextMicros = 1;
        return this;
    }

    private OptionalLong firstByte() {
        return nextFirstByte.isEmpty()
                ? nextFirstByte
                : OptionalLong.of(rested + exchanges * 10L + 1 + nextFirstByte.getAsLong());
    }

    private long micros() {
        boolean ranOut = nextEnding == Ending.TIMED_OUT || nextEnding == Ending.SENDING_STALLED;
        return ranOut ? limitMillis * 1_000 : nextMicros;
    }

    /** What follows belongs to one of several uploads at the same time, from 1; 0 for none. */
    public CaseBuilder lane(int which) {
        lane = which;
        return this;
    }

    /** The destination has what was sent. */
    public CaseBuilder readBackSame(long length) {
        return readBack(Presence.FOUND, OptionalInt.of(200), length, OptionalLong.empty(), length);
    }

    public CaseBuilder readBackDifferent(long found, long firstDifference, long expected) {
        return readBack(Presence.FOUND, OptionalInt.of(200), found, OptionalLong.of(firstDifference), expected);
    }

    /** The server gives a length and digest, of what was sent or of something else. */
    public CaseBuilder readBackTold(long found, String sha256, long expected, String expectedSha256) {
        ReadBack.Look look = new ReadBack.Look(
                url + "file", Presence.FOUND, OptionalInt.of(200), OptionalLong.of(found), Optional.of(sha256), true);
        events.add(new ReadBack(
                CASE,
                handle,
                look,
                new ReadBack.Sent(expected, expectedSha256),
                OptionalLong.empty(),
                0,
                Optional.empty()));
        return this;
    }

    public CaseBuilder readBackNothing(Presence presence, OptionalInt status, long expected) {
        return readBack(presence, status, 0, OptionalLong.of(0), expected);
    }

    private CaseBuilder readBack(
            Presence presence, OptionalInt status, long found, OptionalLong difference, long expected) {
        events.add(new ReadBack(
                CASE,
                handle,
                new ReadBack.Look(
                        url + "file",
                        presence,
                        status,
                        presence == Presence.FOUND ? OptionalLong.of(found) : OptionalLong.empty(),
                        presence == Presence.FOUND ? Optional.of("found " + found) : Optional.empty()),
                new ReadBack.Sent(expected, "sent " + expected),
                difference,
                0,
                Optional.empty()));
        return this;
    }

    /** Adds an event of another kind. */
    public CaseBuilder event(Event event) {
        events.add(event);
        return this;
    }

    public List<Event> events() {
        List<Event> all = new ArrayList<>(events);
        all.add(new CaseEnd(CASE, CaseEnd.Ending.DRIVEN, ""));
        return all;
    }

    public CaseHistory history() {
        return Histories.of(events(), header().target().declared().limits());
    }

    /** The last packet. */
    public Step last() {
        List<Step> steps = history().steps();
        return steps.get(steps.size() - 1);
    }

    /** What a rule says about the last packet, without the deciding field. */
    public Judgement by(ExchangeRule rule) {
        return inWords(rule.judge(last(), context()));
    }

    /** What a rule says about the case, without the deciding field. */
    public List<Judgement> by(CaseRule rule) {
        return rule.judge(history(), context()).stream()
                .map(Located::judgement)
                .map(CaseBuilder::inWords)
                .toList();
    }

    /** What a rule says about a run of this one case, without the deciding field. */
    public List<Judgement> by(RunRule rule) {
        return rule.judge(List.of(history()), context()).stream()
                .map(Located::judgement)
                .map(CaseBuilder::inWords)
                .toList();
    }

    /** A judgement without the field that decided, which {@code DecidingFieldsTests} looks at. */
    private static Judgement inWords(Judgement judgement) {
        return judgement instanceof Judgement.Broken broken ? broken.decidedBy("") : judgement;
    }

    /** What all rules say about the case, and about a run with only this case. */
    public List<Judged> judge() {
        Judge judge = new Judge(header(), dialect);
        List<Judged> judged = new ArrayList<>(judge.judge(history()));
        judged.addAll(judge.judgeRun());
        return judged;
    }

    /** The requirements that are broken, once for each finding. */
    public List<String> broken() {
        return judge().stream()
                .filter(judged -> judged.judgement() instanceof Judgement.Broken)
                .map(Judged::requirement)
                .toList();
    }

    public Context context() {
        return new Context(header(), dialect, new ReadBackProof(uploadSeen, anyName));
    }

    public RunHeader header() {
        return new RunHeader(
                new RunHeader.Origin(RunHeader.FORMAT, "bits-conformance/test", Instant.EPOCH),
                new RunHeader.Tested(url, mode, readback, TIMEOUT_MILLIS, maxUpload, maxFragment, declared),
                new RunHeader.Judging(dialect, false),
                new RunHeader.Cases("test", List.of(CASE), RunHeader.PLAN_ORDER));
    }

    /** The id of the session that the nth Create-Session created. */
    public static String id(int session) {
        return "{A0FF5911-4144-45B3-BF27-27AFC8EC8A%02d}".formatted(session);
    }

    /** An Ack that is right for a Ping, without what other packets need. */
    public static Message ack() {
        return Message.of("HTTP/1.1 200 OK").with("BITS-Packet-Type", "Ack").with("Content-Length", "0");
    }

    private static Message packet(String type) {
        return Message.of("BITS_POST /upload/file HTTP/1.1")
                .with("Host", "server.example")
                .with("BITS-Packet-Type", type)
                .with("Content-Length", "0");
    }

    private Message ofSession(String type) {
        return packet(type).with("BITS-Session-Id", id(handle));
    }

    private Message ackOfSession() {
        return ack().with("BITS-Session-Id", id(handle));
    }
}
