package org.bitsconformance.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bitsconformance.run.Suite;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RecordWriter;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;

/**
 * An observation, from the first event of its record to the last. While it is open, its proxy passes on what clients
 * and server send. To be judged by {@code Rejudged}, once it is closed.
 */
public final class Observation implements AutoCloseable {

    /** What stands for the plan in the record. */
    private static final String PLAN = "observe";

    /** Why cases that are to come have not come. */
    private static final String STOPPED = "the observation was stopped before the client met it";

    private static final long LOOK_MILLIS = 50;
    private static final long QUIET_LOOK_MILLIS = 2;
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(1);

    private final ObservationSettings settings;
    private final ObservedRecord record;
    private final RecordingProxy proxy;
    private final Instant startedAt = Instant.now();
    private volatile boolean byHand;
    private boolean stopped;
    private boolean closed;

    private Observation(ObservationSettings settings) throws IOException {
        this.settings = settings;
        this.record = new ObservedRecord(settings.out());
        record.write(header());
        try {
            this.proxy = new RecordingProxy(settings, record);
        } catch (IOException e) {
            record.close();
            throw e;
        }
    }

    /**
     * Begins the record and listens.
     *
     * @throws IOException when the folder cannot be written, or the port cannot be used
     */
    public static Observation start(ObservationSettings settings) throws IOException {
        return new Observation(settings);
    }

    private RunHeader header() {
        return new RunHeader(
                new RunHeader.Origin(RunHeader.FORMAT, Suite.nameAndVersion(), startedAt),
                new RunHeader.Tested(
                        settings.upstream().url(),
                        settings.upstream().uploads().mode().toString(),
                        "none",
                        settings.upstream().requests().timeout().toMillis(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Declared.NOTHING),
                settings.judging(),
                new RunHeader.Cases(PLAN, settings.expected(), RunHeader.PLAN_ORDER));
    }

    /** The URL that clients are to be pointed at: that of the server, at the proxy. */
    public URI url() {
        URI server = settings.upstream().uploadUrl("");
        String query = server.getRawQuery() == null ? "" : "?" + server.getRawQuery();
        return URI.create((settings.entrance().tls().isPresent() ? "https" : "http") + "://"
                + proxy.main().address() + server.getRawPath() + query);
    }

    /** The folder of the reports; the record is in a folder of it. */
    public Path out() {
        return settings.out();
    }

    /** What has passed so far. */
    public Tally.Numbers numbers() {
        return proxy.tally().numbers();
    }

    /**
     * Opens a case for every packet to a URL whose path begins with this prefix, whoever sends it.
     *
     * @param id of the case, unlike that of any other
     * @param parameters of the case; {@code client} is what reports call the client
     */
    public void open(String id, String prefix, Map<String, String> parameters) {
        byHand = true;
        proxy.book().open(id, prefix, parameters);
    }

    /** Waits until no packet of the case for a prefix is under way, but not for long: a server may keep silent. */
    void awaitQuiet(String prefix) throws InterruptedException {
        awaitNot(() -> proxy.book().isBusy(prefix));
    }

    private static void awaitNot(BooleanSupplier busy) throws InterruptedException {
        long until = System.nanoTime() + LONGEST_UNREST.toNanos();
        while (busy.getAsBoolean() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(QUIET_LOOK_MILLIS);
        }
    }

    /**
     * The record so far, completed as if every upload and the observation ended now; for judging while clients go on.
     * Waits for packets that are under way, but not for long.
     *
     * @throws UncheckedIOException when the record cannot be read
     */
    public List<Event> soFar() {
        try {
            awaitNot(proxy.book()::isBusy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            List<Event> events = new ArrayList<>(RecordReader.read(out().resolve(RecordWriter.FOLDER)));
            if (events.stream().noneMatch(RunEnd.class::isInstance)) {
                Set<String> open = new LinkedHashSet<>();
                for (Event event : events) {
                    if (event instanceof CaseStart start) {
                        open.add(start.caseId());
                    } else if (event instanceof CaseEnd end) {
                        open.remove(end.caseId());
                    }
                }
                open.forEach(id -> events.add(new CaseEnd(id, CaseEnd.Ending.DRIVEN, "")));
                events.addAll(lastEvents());
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Event> lastEvents() {
        return List.of(
                new Probed(proxy.book().server(), diagnosis()),
                new RunEnd(
                        stopped && !settings.expected().isEmpty() ? STOPPED : "",
                        numbers().packets(),
                        record.sent(),
                        record.received(),
                        record.micros() / 1_000));
    }

    /** Ends the case that was opened for a prefix; {@code why} says what it lacks, and is empty if nothing. */
    void close(String prefix, String why) {
        proxy.book().close(prefix, why);
    }

    /** Adds an event to the record. */
    public void record(Event event) {
        record.write(event);
    }

    /** Microseconds since the observation began, as events have them. */
    public long micros() {
        return record.micros();
    }

    /** Why the record could not be written; empty while it can. */
    public Optional<String> unwritten() {
        return record.unwritten();
    }

    /** Whether {@link #stop} was called. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Ends the waiting in {@link #await}; may be called from any thread. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /**
     * Waits until so many uploads were closed or cancelled, nothing has passed for so long, the record cannot be
     * written, or {@link #stop} is called.
     *
     * @param look called now and then, to show progress
     */
    public synchronized void await(OptionalLong uploads, Optional<Duration> idle, Runnable look)
            throws InterruptedException {
        while (!stopped
                && unwritten().isEmpty()
                && numbers().uploads() < uploads.orElse(Long.MAX_VALUE)
                && idle.filter(most -> proxy.tally().idleNanos() >= most.toNanos())
                        .isEmpty()) {
            look.run();
            TimeUnit.MILLISECONDS.timedWait(this, LOOK_MILLIS);
        }
    }

    /** Listens no more, ends what is under way, and completes the record. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            proxy.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        proxy.book().endAll();
        lastEvents().forEach(record::write);
        record.close();
    }

    /** Why nothing can be judged; empty if something was observed. */
    private Optional<String> diagnosis() {
        if (numbers().packets() > 0) {
            return Optional.empty();
        }
        Tally.Unrecorded all = numbers().unrecorded();
        return Optional.of("No BITS packet passed: "
                + (all.others() + all.notHttp() + all.begunBefore() == 0
                        ? nobody()
                        : all.others() + " other requests, " + all.begunBefore()
                                + " packets of sessions that began earlier, " + all.notHttp()
                                + " connections with something that is not HTTP."));
    }

    private String nobody() {
        return byHand
                ? "the client sent nothing to the URL that it was given; see what it printed."
                : "no client has sent anything. Point the client at " + url() + ".";
    }
}
