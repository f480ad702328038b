package org.bitsconformance.drive.readback;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.Deadlines;
import org.bitsconformance.drive.transport.Interruption;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.drive.transport.RollingDigest;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Look;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;

/** Looks at the destinations of uploads, by GET or in a folder, and records what is there. */
public final class Destinations {

    /** How long a server may take to put a finished upload in its place. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** On a server that has something at every name, looking stops after this many uploads were not found. */
    private static final int MOST_PAGES = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ReadBackMode mode;
    private final Recorder recorder;
    private final Interruption interruption;
    private final ReadBackDownload download;
    private final UnaryOperator<String> userAgent;
    private final DeliveryWait patience;

    /** Has something only on a server that has something at every name. Empty if uploads have no names. */
    private final Optional<URI> neverWritten;

    private final AtomicBoolean lookedAtNeverWritten = new AtomicBoolean();
    private final AtomicInteger pages = new AtomicInteger();

    /** Held while the first upload shows whether uploads can be read at their URLs; other cases wait for it. */
    private final ReentrantLock trying = new ReentrantLock();

    /**
     * For {@link ReadBackMode.Kind#AUTO}, whether uploads can be read at their URLs. Empty until an upload came back,
     * or a name had other bytes than a name that was never written.
     */
    private volatile Optional<Boolean> readableByUrl = Optional.empty();

    /**
     * {@code userAgent} gives the value of that header for a case; {@code neverWritten} is a URL next to those of
     * uploads with never anything at it.
     */
    public Destinations(
            Target target,
            Connector connector,
            Recorder recorder,
            Deadlines deadlines,
            UnaryOperator<String> userAgent,
            Optional<URI> neverWritten) {
        this(target, connector, recorder, deadlines, userAgent, neverWritten, PATIENCE);
    }

    /** {@code patience} limits how long to look for an upload that is not there yet. */
    public Destinations(
            Target target,
            Connector connector,
            Recorder recorder,
            Deadlines deadlines,
            UnaryOperator<String> userAgent,
            Optional<URI> neverWritten,
            Duration patience) {
        this.patience = new DeliveryWait(patience);
        this.neverWritten = neverWritten;
        this.userAgent = userAgent;
        this.mode = target.uploads().readBack();
        this.recorder = recorder;
        this.interruption = connector.interruption();
        this.download = new ReadBackDownload(target, connector, deadlines);
    }

    /** From now on waits for little longer than the slowest upload took that came. */
    public void hurry() {
        patience.hurry();
    }

    /**
     * Looks for an upload, for as long as a server may take to put it there.
     *
     * @return what was there; empty if nobody looked
     */
    public Optional<Found> lookForUpload(String caseId, int session, String name, URI url, Payload payload) {
        return lookForUpload(caseId, session, name, url, payload, Optional.empty());
    }

    /**
     * The same for a large upload, whose digest the server is asked for first.
     *
     * @param rolling the digest of what was sent; empty if the bytes themselves are compared
     */
    public Optional<Found> lookForUpload(
            String caseId, int session, String name, URI url, Payload payload, Optional<RollingDigest> rolling) {
        boolean first = isFirst();
        try {
            return look(caseId, session, name, url, payload, rolling);
        } finally {
            if (first) {
                trying.unlock();
            }
        }
    }

    /** Whether this look shows if uploads can be read back; {@link #trying} is then held. */
    private boolean isFirst() {
        if (mode.kind() != ReadBackMode.Kind.AUTO || readableByUrl.isPresent()) {
            return false;
        }
        trying.lock();
        if (readableByUrl.isPresent()) {
            trying.unlock();
            return false;
        }
        return true;
    }

    private Optional<Found> look(
            String caseId, int session, String name, URI url, Payload payload, Optional<RollingDigest> rolling) {
        if (mode.kind() == ReadBackMode.Kind.NONE
                || readableByUrl.filter(known -> !known).isPresent()) {
            return Optional.empty();
        }
        Found found = look(caseId, name, url, payload, rolling);
        long begin = System.nanoTime();
        long wait = patience.now().toNanos();
        while (!found.same() && worthAnotherLook(found) && System.nanoTime() - begin < wait) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = look(caseId, name, url, payload, rolling);
        }
        long took = System.nanoTime() - begin;
        if (found.same()) {
            patience.came(Duration.ofNanos(took));
        } else {
            patience.neverCame();
        }
        Optional<Look> page = lookAtNeverWritten(caseId, payload, found);
        if (mode.kind() == ReadBackMode.Kind.AUTO && readableByUrl.isEmpty()) {
            readableByUrl = readable(found, page);
        }
        Optional<String> known = rolling.map(RollingDigest::whole).or(found.same() ? found::sha256 : Optional::empty);
        String sha256 = known.orElseGet(() -> digest(payload));
        record(caseId, session, place(name, url), sent(payload, sha256), found, took / 1_000_000, page);
        return Optional.of(found);
    }

    private Optional<Boolean> readable(Found found, Optional<Look> page) {
        if (found.presence() != Presence.FOUND) {
            return Optional.of(false);
        }
        if (found.same() && found.length().orElse(0) > 0) {
            return Optional.of(true);
        }
        if (page.filter(seen -> seen.presence() == Presence.FOUND).isEmpty()) {
            return Optional.of(true);
        }
        return pages.incrementAndGet() < MOST_PAGES ? Optional.empty() : Optional.of(false);
    }

    /** Looks, once, whether a name that was never written has something too, after something was found. */
    private Optional<Look> lookAtNeverWritten(String caseId, Payload payload, Found found) {
        boolean toFindOut = mode.kind() == ReadBackMode.Kind.AUTO && readableByUrl.isEmpty();
        if (mode.folder().isPresent()
                || found.presence() != Presence.FOUND
                || neverWritten.isEmpty()
                || (lookedAtNeverWritten.getAndSet(true) && !toFindOut)) {
            return Optional.empty();
        }
        Found there = look(caseId, "", neverWritten.get(), payload);
        return Optional.of(new Look(
                recorder.mask(neverWritten.get().toString()),
                there.presence(),
                there.status(),
                there.length(),
                there.sha256()));
    }

    /**
     * Looks once, unless that could show nothing.
     *
     * @return what was there; empty if nobody looked
     */
    public Optional<Found> lookForNothing(String caseId, int session, String name, URI url, Payload payload) {
        boolean pointless = mode.kind() == ReadBackMode.Kind.NONE
                || (mode.kind() == ReadBackMode.Kind.AUTO
                        && readableByUrl.filter(known -> known).isEmpty());
        if (pointless) {
            return Optional.empty();
        }
        Found found = look(caseId, name, url, payload);
        record(
                caseId,
                session,
                place(name, url),
                sent(payload, digest(payload)),
                found,
                0,
                lookAtNeverWritten(caseId, payload, found));
        return Optional.of(found);
    }

    /** Until uploads are known to be readable, an absent upload means that they are not, and waiting does not help. */
    private boolean worthAnotherLook(Found found) {
        return found.presence() == Presence.FOUND || mode.kind() != ReadBackMode.Kind.AUTO || readableByUrl.isPresent();
    }

    /**
     * A look proves nothing if the run was interrupted: it was broken off, or there was no time to wait for the upload.
     */
    private Found look(String caseId, String name, URI url, Payload payload, Optional<RollingDigest> rolling) {
        Optional<Found> told = mode.folder().isPresent()
                ? Optional.empty()
                : rolling.flatMap(sent -> download.digestAt(url, sent, userAgent.apply(caseId)));
        interruption.check();
        return told.isPresent() ? told.get() : look(caseId, name, url, payload);
    }

    private Found look(String caseId, String name, URI url, Payload payload) {
        Found found = mode.folder()
                .map(folder -> inFolder(folder.resolve(name), payload))
                .orElseGet(() -> download.of(url, payload, userAgent.apply(caseId)));
        interruption.check();
        return found;
    }

    private static Found inFolder(Path file, Payload payload) {
        if (!Files.exists(file)) {
            return Found.nothing(Presence.ABSENT, OptionalInt.empty());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Found.compare(in, payload, OptionalInt.empty());
        } catch (IOException e) {
            return Found.nothing(Presence.UNREADABLE, OptionalInt.empty());
        }
    }

    private static String digest(Payload payload) {
        return Digests.sha256(payload, 0, payload.length());
    }

    private static ReadBack.Sent sent(Payload payload, String sha256) {
        return new ReadBack.Sent(payload.length(), sha256);
    }

    private String place(String name, URI url) {
        return mode.folder().map(folder -> folder.resolve(name).toString()).orElse(url.toString());
    }

    private void record(
            String caseId,
            int session,
            String where,
            ReadBack.Sent sent,
            Found found,
            long waitedMillis,
            Optional<Look> page) {
        recorder.record(new ReadBack(
                caseId,
                session,
                new ReadBack.Look(
                        recorder.mask(where),
                        found.presence(),
                        found.status(),
                        found.length(),
                        found.sha256(),
                        found.told().isPresent()),
                sent,
                found.firstDifference(),
                waitedMillis,
                page));
    }
}
