package org.bitsconformance.drive.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.Scale;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Payload;

/**
 * The client with which a scenario drives one case. It sends packets over one connection at a time and records them; it
 * never judges. If an answer that later packets need is missing, driving stops with {@link DrivingStopped}.
 */
public final class BitsClient implements AutoCloseable {

    private final TargetLink link;
    private final String caseId;
    private final CaseTraffic traffic;
    private final CaseUploads uploads;
    private final AtomicInteger sessions;
    private final List<BitsClient> lanes = new ArrayList<>();
    private final Optional<ApplicationStub.Part> application;
    private Adaptation adaptation;

    BitsClient(TargetLink link, String caseId) {
        this.link = link;
        this.caseId = caseId;
        this.traffic = new CaseTraffic(link, link.recorder(), caseId);
        this.uploads = new CaseUploads(this, new AtomicInteger());
        this.sessions = new AtomicInteger();
        adapt(link.adaptation());
        this.application = link.application().map(stub -> stub.open(caseId));
    }

    private BitsClient(BitsClient whole, int lane) {
        this.link = whole.link;
        this.caseId = whole.caseId;
        this.traffic = new CaseTraffic(link, link.recorder().inLane(lane), caseId);
        this.uploads = whole.uploads.by(this);
        this.sessions = whole.sessions;
        adapt(whole.adaptation);
        this.application = Optional.empty();
    }

    /** Reports the progress of a long upload to whoever follows the run. */
    public void progress(long done, long total) {
        link.progress().of(caseId, done, total);
    }

    /** How much the run drives where a scenario leaves that open. */
    public Scale scale() {
        return link.scale();
    }

    /**
     * Prepares uploads that are driven at the same time, each over its own connection, as many as the target serves
     * connections at once; nothing is judged yet.
     *
     * @param wanted how many, at least 2
     * @param size number of bytes of each, by its number from 0
     * @throws DrivingStopped when the target serves one connection at a time, or none of this can be done with it
     */
    public AtOnce atOnce(int wanted, IntToLongFunction size) {
        int many = new ServedConnections(link, caseId).upTo(wanted);
        List<Upload> prepared = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            BitsClient lane = new BitsClient(this, i + 1);
            lanes.add(lane);
            prepared.add(lane.upload(size.applyAsLong(i)));
        }
        return new AtOnce(prepared);
    }

    /** A Ping that belongs to no session. */
    public Outgoing pinging() {
        return new Outgoing(this, Packet.of(PacketType.PING, link.probeUrl()), 0, answer -> {});
    }

    /** Sends a Ping that belongs to no session. */
    public void ping() {
        pinging().send();
    }

    /** Ends the connection; the next packet goes over a new one. */
    public void newConnection() {
        connection().abandon();
    }

    /**
     * Prepares an upload with its own name and content; nothing is sent yet.
     *
     * @param size number of bytes
     * @throws DrivingStopped when the target's declared limit is smaller, or the target has one URL for every upload
     *     and the case has used it
     */
    public Upload upload(long size) {
        return uploads.of(size);
    }

    /** Prepares unusual uploads: too large, with another name, or in another place. */
    public CaseUploads uploads() {
        return uploads;
    }

    /**
     * Drives uploads in the adapted way that the run has found to work, even if it finds it after this client was
     * opened.
     *
     * @param about what stays as the scenario has it
     */
    public void followRun(Set<Subject> about) {
        Set<Subject> followed = new HashSet<>(link.adaptation().subjects());
        followed.removeAll(about);
        adapt(new Adaptation(Set.copyOf(followed)));
    }

    /**
     * From now on, sends packets with a client library, as an ordinary HTTP client does, except packets that no library
     * sends.
     */
    public void sendAsOrdinaryClient() {
        connection().byLibrary();
    }

    /** Drives uploads in this adapted way, whatever the run has found. */
    public void adapt(Adaptation other) {
        adaptation = other;
        connection().oneByOne(other.to(Subject.CONNECTIONS));
    }

    Adaptation adaptation() {
        return adaptation;
    }

    /** The target, as its target file and the options describe it. */
    public Target target() {
        return link.target();
    }

    /**
     * The server application, as this case plays it.
     *
     * @throws DrivingStopped when the target declares none
     */
    public Application application() {
        return application
                .map(part -> new Application(link.application().orElseThrow(), part))
                .orElseThrow(() -> notApplicable("the target declares no server application to notify"));
    }

    /** Whether the target asks for Kerberos tickets and not for passwords. */
    public boolean asksForTickets() {
        return link.authentication().scheme() == Scheme.NEGOTIATE;
    }

    /** An exception which says that the case cannot be driven on this target, and why. */
    public DrivingStopped notApplicable(String reason) {
        return new DrivingStopped(CaseEnd.Ending.NOT_APPLICABLE, reason);
    }

    /** An exception which says that an answer is missing that the rest of the case needs. */
    public DrivingStopped prerequisiteMissing(String reason) {
        return new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, reason);
    }

    /** Brings the target into the state that the case needs; the case is not about these packets. */
    public void setUp(Runnable packets) {
        as(Purpose.SET_UP, packets);
    }

    /** Sends what the documents leave open: whether the server carries it out is reported, not judged. */
    public void open(Runnable packets) {
        as(Purpose.OPEN, packets);
    }

    /** Like {@link #open}, for a packet whose answer is needed. */
    public Answer openly(Supplier<Answer> packet) {
        return as(Purpose.OPEN, packet);
    }

    /**
     * Sends nothing for a while, which counts towards no time limit.
     *
     * @throws DrivingStopped when the run is interrupted meanwhile
     */
    public void rest(Duration time) {
        link.interruption().rest(time);
    }

    /** Sends more than the target's declared limits allow; no document says in every detail how a server refuses that. */
    public void beyond(Runnable packets) {
        as(Purpose.BEYOND, packets);
    }

    /** Sends what explores the target and is never judged. */
    Answer probing(Supplier<Answer> packets) {
        return as(Purpose.PROBE, packets);
    }

    private void as(Purpose other, Runnable packets) {
        as(other, () -> {
            packets.run();
            return packets;
        });
    }

    private <T> T as(Purpose other, Supplier<T> packets) {
        connection().as(other);
        try {
            return packets.get();
        } finally {
            connection().as(Purpose.CASE);
        }
    }

    /** Cancels every session that the case left open (best effort, never judged) and ends the connection. */
    @Override
    public void close() {
        try {
            lanes.forEach(BitsClient::close);
            traffic.close();
        } finally {
            application.ifPresent(part -> link.application().orElseThrow().forget(part));
        }
    }

    /** From now on, a notification may be about this upload. */
    void expectNotification(int session, String name, Payload payload, boolean last) {
        application.ifPresent(part -> part.expect(new ApplicationStub.About(session, name, payload), last));
    }

    /** The packet that may have caused a notification was answered. */
    void packetAnswered() {
        application.ifPresent(ApplicationStub.Part::answered);
    }

    TargetLink link() {
        return link;
    }

    String caseId() {
        return caseId;
    }

    String userAgent() {
        return link.userAgent(caseId);
    }

    int newSession() {
        return sessions.incrementAndGet();
    }

    CaseTraffic traffic() {
        return traffic;
    }

    CaseConnection connection() {
        return traffic.connection();
    }
}
