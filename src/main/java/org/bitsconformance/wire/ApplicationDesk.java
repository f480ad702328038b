package org.bitsconformance.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.application.ApplicationAnswer;
import org.bitsconformance.application.Player;
import org.bitsconformance.application.ReceivedRequest;
import org.bitsconformance.application.ServerApplication;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.Payload;
import org.bitsconformance.transcript.WireBytes;

/**
 * Plays the server application for all cases of a run: knows which upload of which case a notification is about, has it
 * answered as the case wants, and records it. A case that wants nothing has its uploads copied to their destinations, and
 * answered with a reply.
 */
final class ApplicationDesk implements Player, AutoCloseable {

    /** Length and seed of the reply that an application gives unless a case says otherwise. */
    private static final Payload REPLY = new Payload(0x4E917, 1000);

    private final ApplicationSetup setup;
    private final String ownNames;
    private final Recorder recorder;
    private final HandedFiles files;
    private final ServerApplication application;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /**
     * Starts to listen.
     *
     * @param ownNames what all names of uploads of this run have in them
     * @throws TargetException when the address cannot be listened on
     */
    ApplicationDesk(ApplicationSetup setup, Recorder recorder, String ownNames) {
        this.ownNames = ownNames;
        this.setup = setup;
        this.recorder = recorder;
        this.files = new HandedFiles(setup.files(), recorder);
        try {
            this.application = ServerApplication.start(setup.host(), setup.port(), this);
        } catch (IOException e) {
            throw new TargetException("the server application cannot listen on " + setup.host() + ":" + setup.port()
                    + ": " + e.getMessage());
        }
    }

    ApplicationSetup setup() {
        return setup;
    }

    HandedFiles files() {
        return files;
    }

    /** Where notifications are expected. */
    URI url() {
        String host = setup.host().contains(":") ? "[" + setup.host() + "]" : setup.host();
        return setup.url()
                .orElseGet(() -> URI.create("http://" + host + ":" + application.port() + DeclaredNotification.PATH));
    }

    /** A case may have uploads from now on. */
    synchronized Part open(String caseId) {
        return parts.computeIfAbsent(caseId, Part::new);
    }

    synchronized void forget(Part part) {
        parts.remove(part.caseId, part);
        notifyAll();
    }

    @Override
    public synchronized boolean hangsUp() {
        return parts.values().stream().anyMatch(part -> part.answer.conduct() == Conduct.HUNG_UP);
    }

    @Override
    public synchronized ApplicationAnswer answerTo(ReceivedRequest request) {
        Optional<Subject> subject = subjectOf(request);
        ApplicationAnswer answer = subject.map(found -> found.part().answer).orElseGet(ApplicationDesk::usual);
        if (request.head().contains(" " + Notification.STATIC_FOLDER)) {
            return ApplicationAnswer.of(200).replying(REPLY);
        }
        if (!setup.type().equals(DeclaredNotification.REFERENCE)) {
            return answer;
        }
        subject.ifPresent(found -> files.handedOver(request, found, answer));
        return answer.inFile();
    }

    @Override
    public synchronized void answering(
            ReceivedRequest request, ApplicationAnswer answer, WireBytes bytes, long atNanos) {
        Optional<Subject> subject = subjectOf(request);
        recorder.record(new Notification(
                recorder.nextId("n"),
                subject.map(found -> found.part().caseId).orElse(""),
                subject.map(found -> found.about().session()).orElse(0),
                recorder.mask(request.bytes()),
                request.whole(),
                request.bodyLength(),
                subject.map(found -> difference(request, found.about().payload()))
                        .orElseGet(OptionalLong::empty),
                answer.conduct(),
                bytes,
                answer.reply(),
                new Notification.Timing(
                        recorder.clock().microsOf(request.openedNanos()),
                        recorder.clock().microsOf(request.receivedNanos()),
                        recorder.clock().microsOf(atNanos))));
        subject.ifPresent(found -> found.part().heard++);
        notifyAll();
    }

    /** What an application answers unless a case says otherwise. */
    static ApplicationAnswer usual() {
        return ApplicationAnswer.of(200).copying("true").replying(REPLY);
    }

    /** Waits until a case has heard of more notifications than {@code count}, or for {@code longest}. */
    synchronized void await(Part part, int count, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        try {
            while (part.heard <= count && left > 0 && parts.containsKey(part.caseId)) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of a body that is not kept to its end, what is kept is compared, and its length. */
    private static OptionalLong difference(ReceivedRequest request, Payload upload) {
        long length = Math.min(request.bodyLength(), upload.length());
        Payload kept = new Payload(upload.seed(), Math.min(upload.length(), request.keptLength()));
        try {
            OptionalLong found =
                    Found.compare(request.body(), kept, OptionalInt.empty()).firstDifference();
            return found.isPresent() || request.bodyLength() == upload.length() ? found : OptionalLong.of(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whose upload a request is about: the one that it names, by the longest of all names, else the one of the only case
     * that there is for which a packet was sent last.
     */
    private Optional<Subject> subjectOf(ReceivedRequest request) {
        String head = request.head();
        Optional<Subject> named = parts.values().stream()
                .flatMap(part -> part.uploads.stream().map(about -> new Subject(part, about)))
                .filter(found -> !found.about().name().isEmpty()
                        && head.contains(found.about().name()))
                .reduce((first, second) ->
                        second.about().name().length() >= first.about().name().length() ? second : first);
        if (named.isPresent() || !mayBeOfTheOnlyCase(head)) {
            return named;
        }
        List<Part> all = List.copyOf(parts.values());
        return all.size() == 1 && !all.get(0).uploads.isEmpty()
                ? Optional.of(new Subject(
                        all.get(0), all.get(0).uploads.get(all.get(0).uploads.size() - 1)))
                : Optional.empty();
    }

    /** A notification of an upload whose case has ended is of no other; what is no notification at all is of none. */
    private boolean mayBeOfTheOnlyCase(String head) {
        boolean notification =
                head.isEmpty() || head.startsWith("POST ") || head.contains(BitsHeaders.ORIGINAL_REQUEST_URL);
        return notification && !head.contains(ownNames);
    }

    @Override
    public void close() {
        application.close();
    }

    /**
     * An upload that a notification may be about.
     *
     * @param session its handle
     */
    record About(int session, String name, Payload payload) {}

    /** An upload of a case that a notification is about. */
    record Subject(Part part, About about) {}

    /** What a case wants of the server application. Guarded by the desk. */
    final class Part {

        private final String caseId;
        private final List<About> uploads = new ArrayList<>();
        private ApplicationAnswer answer = usual();
        private boolean takesUploads;
        private int heard;
        private final List<HandedFiles.Handed> handed = new ArrayList<>();

        private Part(String caseId) {
            this.caseId = caseId;
        }

        String caseId() {
            return caseId;
        }

        /** Guarded by the desk, which has the lock when files are handed over. */
        void handed(HandedFiles.Handed file) {
            handed.add(file);
        }

        List<HandedFiles.Handed> handed() {
            synchronized (ApplicationDesk.this) {
                return List.copyOf(handed);
            }
        }

        /** Whether the application takes the files of uploads away before it answers. */
        boolean takesUploads() {
            return takesUploads;
        }

        void expect(About about) {
            synchronized (ApplicationDesk.this) {
                uploads.remove(about);
                uploads.add(about);
            }
        }

        void answers(ApplicationAnswer other) {
            synchronized (ApplicationDesk.this) {
                answer = other;
            }
        }

        void takeUploads() {
            synchronized (ApplicationDesk.this) {
                takesUploads = true;
            }
        }

        int heard() {
            synchronized (ApplicationDesk.this) {
                return heard;
            }
        }

        void await(int count, Duration longest) {
            ApplicationDesk.this.await(this, count, longest);
        }
    }
}
