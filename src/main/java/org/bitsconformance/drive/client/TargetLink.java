package org.bitsconformance.drive.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bitsconformance.drive.auth.Authentication;
import org.bitsconformance.drive.readback.Destinations;
import org.bitsconformance.drive.transport.AnswerLimit;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.Deadlines;
import org.bitsconformance.drive.transport.Expenses;
import org.bitsconformance.drive.transport.Interruption;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.drive.transport.StaleConnections;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Scale;

/** The link to a target for the length of a run: opens cases on it, and holds what the cases share. */
public final class TargetLink implements AutoCloseable {

    /** How long an interrupted run may spend on cancelling its sessions. */
    private static final Duration LAST_CANCELS = Duration.ofSeconds(2);

    private final Target target;
    private final Scale scale;
    private final String userAgent;
    private final Recorder recorder;
    private final Expenses expenses;
    private final Deadlines deadlines = new Deadlines();
    private final AnswerLimit answerLimit;
    private final Connector connector;
    private final Destinations destinations;
    private final Optional<ApplicationStub> application;
    private final RetryWait retryWait = new RetryWait(time -> interruption().rest(time), Instant::now);
    private final StaleConnections staleConnections = new StaleConnections();
    private final StickyCookies cookies = new StickyCookies();
    private final NamedHosts namedHosts = new NamedHosts(this);
    private final OpenSessions probing = new OpenSessions();
    private final String names =
            "bits-%08x-".formatted(ThreadLocalRandom.current().nextInt());
    private final AtomicInteger uploads = new AtomicInteger();
    private volatile LongProgress progress = (caseId, done, total) -> {};
    private volatile Adaptation adaptation = Adaptation.NONE;
    private volatile boolean ordinary;

    /** Like {@link #TargetLink(Target, Budget, Scale, String, Consumer)}, with the default scale. */
    public TargetLink(Target target, Budget budget, String suite, Consumer<Event> sink) {
        this(target, budget, Scale.USUAL, suite, sink);
    }

    /**
     * Prepares a run, without sending anything. If the target notifies a server application, the application listens
     * from now on.
     *
     * @param budget how much may be sent
     * @param scale how much scenarios drive that leave it open
     * @param suite name and version of the suite, sent as {@code User-Agent}
     * @param sink receives every event as it happens; called from the threads that drive cases
     * @throws TargetException when the target's description cannot be used, or the application cannot listen
     */
    public TargetLink(Target target, Budget budget, Scale scale, String suite, Consumer<Event> sink) {
        this.target = target;
        this.scale = scale;
        this.expenses = new Expenses(budget);
        this.userAgent = suite;
        this.recorder = new Recorder(target, sink);
        this.answerLimit = new AnswerLimit(target.requests().timeout());
        this.connector = new Connector(target, recorder, deadlines, answerLimit, expenses);
        this.application = target.notification().map(setup -> new ApplicationStub(setup, recorder));
        this.destinations = new Destinations(
                target,
                connector,
                recorder,
                deadlines,
                this::userAgent,
                target.namesUploads() ? Optional.of(target.uploadUrl(names + "never-written.bin")) : Optional.empty());
    }

    /** Same as {@link #preflight(Optional)} without a notice of the suite's own. */
    public Probed preflight() {
        return preflight(Optional.empty());
    }

    /**
     * Says what is wrong if no BITS server can be reached; otherwise, what harmless probes found out.
     *
     * @param own a notice of the suite's own about this run
     */
    public Probed preflight(Optional<String> own) {
        Probed reached = new Probes(this).after(new Preflight(this).probe());
        Probed told = own.map(reached::noting).orElse(reached);
        Probed noted = cookies.notice().map(told::noting).orElse(told);
        Probed probed = new NotificationProbe(this).after(noted);
        if (interruption().hasCome()) {
            new LastCancels(this).send("", probing.all());
        }
        recorder.record(probed);
        return probed;
    }

    /** From now on waits for nothing that most servers do at once: for many packets that are not judged. */
    public void hurry() {
        destinations.hurry();
        staleConnections.trust();
    }

    /** Where the server application of the suite expects notifications; empty if it plays none. */
    public Optional<URI> notificationUrl() {
        return application.map(ApplicationStub::url);
    }

    /** The client with which a scenario drives one case. */
    public BitsClient openCase(String caseId) {
        BitsClient client = new BitsClient(this, caseId);
        if (ordinary) {
            client.sendAsOrdinaryClient();
        }
        return client;
    }

    /** From now on, cases send with a client library every packet that it can send, to compare the two ways to send. */
    public void sendAsOrdinaryClient() {
        ordinary = true;
    }

    /**
     * Makes cases that begin from now on drive uploads in the adapted way that the target accepts. Forgets which
     * packets went unanswered before.
     */
    public void adapt(Adaptation found) {
        adaptation = found;
        answerLimit.forgetSilences();
    }

    Adaptation adaptation() {
        return adaptation;
    }

    /** What has been sent and received so far. */
    public Expenses expenses() {
        return expenses;
    }

    /**
     * Breaks off every exchange in progress, and lets no case send any more. The driving threads then cancel the open
     * sessions, in two seconds at most. May be called from any thread.
     */
    public void interrupt() {
        interruption().come();
        Future<?> unused = deadlines.after(LAST_CANCELS, interruption()::end);
    }

    Optional<ApplicationStub> application() {
        return application;
    }

    public Target target() {
        return target;
    }

    /** Reports the progress of long uploads to {@code listener}, which the driving threads call. */
    public void tell(LongProgress listener) {
        progress = listener;
    }

    LongProgress progress() {
        return progress;
    }

    Scale scale() {
        return scale;
    }

    Declared declared() {
        return target.declared();
    }

    Authentication authentication() {
        return connector.authentication();
    }

    /** Why no packet goes over its own connection; empty if packets may. */
    Optional<String> noRawPackets() {
        if (authentication().ofConnections()) {
            return Optional.of(
                    "the target asks for " + authentication().scheme().word()
                            + ", which authenticates a connection, and this case sends a packet over a separate one");
        }
        return target.askedProxy()
                .map(proxy -> "the target is behind an HTTP proxy, which changes the form of requests, and this case"
                        + " needs every byte to arrive unchanged");
    }

    Deadlines deadlines() {
        return deadlines;
    }

    public Recorder recorder() {
        return recorder;
    }

    public Connector connector() {
        return connector;
    }

    Interruption interruption() {
        return connector.interruption();
    }

    /** The sessions that the server gave to probes. */
    OpenSessions probing() {
        return probing;
    }

    Destinations destinations() {
        return destinations;
    }

    NamedHosts namedHosts() {
        return namedHosts;
    }

    /** The waits that front ends ask for. */
    RetryWait retryWait() {
        return retryWait;
    }

    StaleConnections staleConnections() {
        return staleConnections;
    }

    /** The cookies that the target sets on its answers to probes. */
    StickyCookies cookies() {
        return cookies;
    }

    AnswerLimit answerLimit() {
        return answerLimit;
    }

    String userAgent(String caseId) {
        return caseId.isEmpty() ? userAgent : userAgent + " (" + caseId + ")";
    }

    /** A name that no other upload of this run has, and hardly any of another run. */
    String newName() {
        return names + uploads.incrementAndGet() + ".bin";
    }

    /** The text that all names of this run, and hardly any others, contain. */
    String ownNames() {
        return names;
    }

    /** The name of the upload that probes use. */
    String probeName() {
        return names + "probe.bin";
    }

    public URI probeUrl() {
        return target.uploadUrl(probeName());
    }

    /** Ends the timers and the server application; open connections belong to their cases. */
    @Override
    public void close() {
        application.ifPresent(ApplicationStub::close);
        deadlines.close();
    }
}
