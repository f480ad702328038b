package org.bitsconformance.drive.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.UrlText;

/**
 * What a scenario drives one case with. It sends packets over one connection at a time and records them; it never
 * judges. Where an answer is missing that later packets need, driving stops with {@link DrivingStopped}.
 */
public final class BitsClient implements AutoCloseable {

    private static final long FIRST_SEED = 0xB175;

    private final TargetLink link;
    private final String caseId;
    private final CaseTraffic traffic;
    private final List<Upload> uploads = new ArrayList<>();
    private final Optional<ApplicationStub.Part> application;
    private int sessions;
    private Adaptation adaptation;

    BitsClient(TargetLink link, String caseId) {
        this.link = link;
        this.caseId = caseId;
        this.traffic = new CaseTraffic(link, caseId);
        adapt(link.adaptation());
        this.application = link.application().map(stub -> stub.open(caseId));
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
        traffic.abandonConnection();
    }

    /**
     * Prepares an upload with its own name and content; nothing is sent yet.
     *
     * @param size number of bytes
     * @throws DrivingStopped when the target declares that it takes less, or has one URL for every upload and the case
     *     has used it
     */
    public Upload upload(long size) {
        if (size > link.target().uploads().largest().orElse(Long.MAX_VALUE)) {
            throw notApplicable("the target declares maxUpload "
                    + link.target().uploads().largest().getAsLong() + " bytes, but this case needs " + size);
        }
        return upload(size, link.newName());
    }

    /** As {@link #upload(long)}, although the target declares that it takes less. */
    public Upload uploadOverLimit(long size) {
        return upload(size, link.newName());
    }

    /**
     * As {@link #upload(long)}, with a destination whose name is unusual.
     *
     * @param form the name, percent-encoded if necessary; {@code *} in it stands for its own name
     */
    public Upload uploadNamed(long size, String form) {
        if (!link.target().namesUploads()) {
            throw new DrivingStopped(
                    CaseEnd.Ending.NOT_APPLICABLE,
                    "the target has one URL for every upload, but this case needs a name");
        }
        return upload(size, form.replace("*", link.newName()));
    }

    /** Another upload to the destination of an existing one. */
    public Upload uploadTo(Upload other) {
        return uploadTo(other, other.size());
    }

    /** As {@link #uploadTo(Upload)}, of another number of bytes. */
    public Upload uploadTo(Upload other, long size) {
        Upload upload = new Upload(this, other.name(), other.origin(), payload(size));
        uploads.add(upload);
        return upload;
    }

    /**
     * An upload in another place than the target's. A name goes into it as into the URL of a target.
     *
     * @param place an absolute http or https URL
     * @throws DrivingStopped when it is at another host than the target, and what is sent there must be kept from that
     */
    public Upload uploadIn(String place, long size) {
        String name = link.newName();
        return uploadAt(Target.at(place).uploadUrl(name), name, size);
    }

    /** As {@link #uploadIn}, to the place itself. */
    public Upload uploadAt(String place, long size) {
        return uploadAt(URI.create(UrlText.repaired(place)), link.newName(), size);
    }

    private Upload uploadAt(URI url, String name, long size) {
        if (!url.getScheme().equalsIgnoreCase(link.probeUrl().getScheme())) {
            throw notApplicable(
                    "the target uses " + link.probeUrl().getScheme() + ", but the place uses " + url.getScheme());
        }
        if (link.target().hasSecrets() && !NamedHosts.sameHost(url, link.probeUrl())) {
            throw notApplicable("the target's credentials and headers are not sent to another host, and "
                    + url.getRawAuthority() + " is one");
        }
        Upload upload = new Upload(this, name, url, payload(size));
        uploads.add(upload);
        return upload;
    }

    /**
     * Drives uploads as the run has found that the target takes them, also where that was found after this was opened.
     *
     * @param about what stays as the scenario has it
     */
    public void followRun(Set<Subject> about) {
        Set<Subject> followed = new HashSet<>(link.adaptation().subjects());
        followed.removeAll(about);
        adapt(new Adaptation(Set.copyOf(followed)));
    }

    /** Sends packets as an ordinary HTTP client does, by a client library, from now on; but those that no library sends. */
    public void sendAsOrdinaryClient() {
        traffic.byLibrary();
    }

    /** Drives uploads as this says, whatever the run has found. */
    public void adapt(Adaptation other) {
        adaptation = other;
        traffic.oneByOne(other.to(Subject.CONNECTIONS));
    }

    Adaptation adaptation() {
        return adaptation;
    }

    private Payload payload(long size) {
        long seed = FIRST_SEED + uploads.size();
        return adaptation.to(Subject.CONTENT) ? Payload.ascii(seed, size) : new Payload(seed, size);
    }

    /** The largest fragment that the target takes, in bytes, where it declares one. */
    public OptionalLong declaredMaxFragment() {
        return link.target().uploads().largestFragment();
    }

    /** The largest upload that the target takes, in bytes, where it declares one. */
    public OptionalLong declaredMaxUpload() {
        return link.target().uploads().largest();
    }

    /** What the target is declared to be set up for. */
    public Declared declared() {
        return link.declared();
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

    /** Whether the target is set up to answer uploads with a reply. */
    public boolean givesReplies() {
        return link.givesReplies();
    }

    /** Whether the target asks for Kerberos tickets and not for passwords. */
    public boolean asksForTickets() {
        return link.authentication().scheme() == Scheme.NEGOTIATE;
    }

    /** Says that the case cannot be driven on this target, and why. */
    public DrivingStopped notApplicable(String reason) {
        return new DrivingStopped(CaseEnd.Ending.NOT_APPLICABLE, reason);
    }

    /** Says that an answer was missing that the rest of the case needs. */
    public DrivingStopped prerequisiteMissing(String reason) {
        return new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, reason);
    }

    /** An upload of that name. */
    Upload upload(long size, String name) {
        if (!uploads.isEmpty() && !link.target().namesUploads()) {
            throw new DrivingStopped(
                    CaseEnd.Ending.NOT_APPLICABLE,
                    "the target has one URL for every upload, but this case needs several");
        }
        Upload upload = new Upload(this, name, link.target().uploadUrl(name), payload(size));
        uploads.add(upload);
        return upload;
    }

    /** Does what brings the target into the state that the case needs, without being what the case is about. */
    public void setUp(Runnable packets) {
        as(Purpose.SET_UP, packets);
    }

    /** Does what the documents leave open: whether the server carries it out is reported, not judged. */
    public void open(Runnable packets) {
        as(Purpose.OPEN, packets);
    }

    /** As {@link #open}, for a packet whose answer is wanted. */
    public Answer openly(Supplier<Answer> packet) {
        return as(Purpose.OPEN, packet);
    }

    /** How long to wait for an answer at most. */
    public Duration timeLimit() {
        return link.target().requests().timeout();
    }

    /**
     * Sends nothing for a while; no limit of answers counts it.
     *
     * @throws DrivingStopped when the run is interrupted meanwhile
     */
    public void rest(Duration time) {
        link.interruption().rest(time);
    }

    /** Does what the target is declared not to take, though no document says how that is refused in every detail. */
    public void beyond(Runnable packets) {
        as(Purpose.BEYOND, packets);
    }

    /** Sends what finds out about the target and is never judged. */
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
        traffic.as(other);
        try {
            return packets.get();
        } finally {
            traffic.as(Purpose.CASE);
        }
    }

    /** Cancels every session that the case left open, best effort and never judged, and ends the connection. */
    @Override
    public void close() {
        try {
            traffic.close();
        } finally {
            application.ifPresent(part -> link.application().orElseThrow().forget(part));
        }
    }

    /** A notification may be about this upload from now on. */
    void expectNotification(int session, String name, Payload payload, boolean last) {
        application.ifPresent(part -> part.expect(new ApplicationStub.About(session, name, payload), last));
    }

    /** The packet that a notification was expected during was answered. */
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
        return ++sessions;
    }

    CaseTraffic traffic() {
        return traffic;
    }
}
